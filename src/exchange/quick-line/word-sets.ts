function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Words that begin or follow what is said of a person, and are hardly ever anybody's name. */
export const commonWords = words(`
a about above across after again age ago agent all almost alone along already also although always am an and another
any anybody anyone anything apartment appointment are around as ask asked asks at attic available away baby back bad
bank bar basement bath bathroom be beautiful because bed bedroom bedrooms been before began behind being best better
between big bike birthday block blue boat book both bought boy boyfriend boys bring broker brother brought brown budget
build building built busy but buy buyer buying buys by bye cake call called calls came can car card care cash cat cats
cell chamber chapter cheap check child children city class client clients close closed closing coffee collects come
comes coming commute company condo contact cook cooks corner could couple cousin daughter date day days deal december
decided did didn dinner do does dog dogs doing don done door dot down downtown drive drives duplex during each early
east easy eat eight email empty end enough ends evening ever every everybody everyone everything expecting family far
fast fax february feet fence few find fine first five fixes flat floor follow followup for fourth free friday friend
friends from front fun garage garden gave get gets getting girl girlfriend give go goes going golf gone good got great
green group grew grows guest had half handle happy hard has hasn have having he heard hello help helps her here hey hi
hike hikes hiking him his hobby home homeowner homes hope house houses how however hundred husband i idea if in info
inside insta instagram interested into invoice is isn it its january job july june just keep keeps kid kids kitchen
knew know known knows lady lake large last late later lead learned leaving left let lets level like liked likes listing
little live lived lives living loan local long look looking looks lost lot lots love loved loves lunch made mail make
makes man many married maybe me mean meet meeting met might milk mixer mobile mom monday money month months more
morning mortgage most mother move moved moves moving much music must my name near need needed needs neighbor never new
next nice night no nobody none north not note nothing november now number october of off offer offered office often oh
ok okay old older on once one only open opens or order other our out outside over own owner owners owned owns page paid
parents park party pay pays people pet pets phone plan planning plans play plays please pool porch possible pre present
pretty price probably profile put quiet quit raised read ready really realtor recipes recommended red referred remember
remind remodel rent renter renting rents restores retired right road roof room runs said sale same saturday save saw say
says school see seeing seems seen sell seller selling sells send sent september seven sew sews she shop should show
since sings single sister site six skip small so some somebody someone something son soon south speak speaks spoke
sports spouse spring start started starting starts stay staying still stop street studies such summer sunday swims
table take takes talk talked talking talks teaches tell text than thank thanks that the their them then there these
they thing things think thinks this those thousand three thursday time title to today together told tomorrow tonight
too took town travels tried true try tuesday twins two type uncle under unit until up us use used uses very via view
visit volunteers wait waiting walk walks want wanted wants warm was wasn water way we website wed wednesday week
weekend well went were west what when where which while white who whole why wife will window winter wish with within
without woman won wonderful work worked working works would wouldn write wrote yard year years yes yesterday yet you
young your zero dentist doctor lawyer nurse plumber teacher contractor coach friendly nail salon twin vet engineer
tiene tengo le gusta vive busca quiere trabaja conoce es está son con en el los las un una mi su para por que y pero
hijos hijo gatos perro perros casa piso compra vende calle correo arroba punto teléfono móvil cel llamar hola gracias
hat ist sucht wohnt mag kennt arbeitet zwei drei ein eine einen einem der die das und oder mit bei aus für von zu nicht
kinder hund katze haus wohnung termin straße hauptstraße danke hallo grüße grüßen freundlichen mit
cherche habite aime travaille connaît est sont avec dans pour chez et ou une des deux trois bonjour merci cordialement
regards sincerely cheers saludos saludo saluti viele thanks best cc re fwd subject double triple plus dash underscore
minus hyphen line extension ext unknown private busy urgent`);

/** What may follow a single name: "Rose owns …". After another small word, the first one was none: "Will call …". */
export const followWords = words(`
owns owned has had is was at from with works worked wants wanted likes liked loves loved lives lived knows needs said
says moved moves and runs sells bought buys plays teaches sings sews read rents who whose called told asked met went
came thinks looking looks offered paid tiene vive busca quiere trabaja es hat ist sucht wohnt mag arbeitet cherche habite
aime travaille est the just`);

/** First names that are words as well: alone they need more evidence. */
export const wordNames = words(
  'will mark bill may art drew chase sue pat rich hope faith joy guy jack june april summer dawn rose grant frank grace dot',
);

/** Family names that are words as well: "Linda Park". */
export const wordSurnames = words(
  'park brown white young green long small little rich day king baker cook page west north banks bell rose wood hill price best love strong short read close case wise sharp street major march winter summer fields lake black stone bank church moon may june case good goods bright friend neighbor hand early',
);

/** How names of places begin, and places: after a name, no company. */
export const placeWords = words(`
new san los las grand fort saint st north south east west ann salt santa el des baton buenos bad port mount lake palm kansas
oklahoma mexico rio sao são cape hong detroit chicago lansing boston austin dallas houston denver seattle atlanta miami
phoenix london leeds manchester bristol glasgow edinburgh berlin hamburg münchen munich köln frankfurt paris lyon marseille
madrid barcelona sevilla valencia méxico monterrey guadalajara sydney melbourne brisbane perth adelaide mumbai delhi
bangalore bengaluru pune chennai kolkata hyderabad holland kalamazoo`);

/** Enough first names to tell "priya has …" from "vintage lamps …" in small letters. */
export const firstNames = words(`
aaron adam adrian ahmed aisha alan albert alejandra alejandro alex alexander alexandra alice alicia ali allison amanda
amara amber amir amit amy ana andre andrea andreas andrew andy angela anita ann anna anne annie anthony antonio anya
april arjun arthur ashley ava barbara beatriz ben benjamin bernd beth betty bill bob bobby brad brandon brenda brian
bruce bryan camille carl carla carlos carmen carol caroline cathy chad charles charlie charlotte chen chloe chris
christian christina christine christopher cindy claire clara claudia connie craig crystal cynthia dan dana daniel
daniela danielle david dean deborah debbie deepak denise dennis derek diana diane diego donald donna dorothy doug
douglas dylan ed eddie edward elena elias elizabeth ella ellen emily emma eric erik erika erin ethan eva evan evelyn
faith fatima felix fernando francis francisco frank fred gabriel gary george gerald gina gloria grace greg gregory
guadalupe hannah hanna hans harold harry heather heidi helen henry holly hugo ian ines ingrid irene isaac isabel isabella
ivan jack jackie jacob jaime james jamie jan jana jane janet janice jason javier jean jeff jeffrey jennifer jenny
jeremy jerry jesse jessica jesus jill jim jimmy jo joan joe joel johan john johnny jon jonas jonathan jordan jorge
jose josé joseph josh joshua joyce juan juana judith judy julia julian julie julio justin karen karin karl kate
katherine kathleen kathy katie kay keith kelly ken kenji kenneth kevin kim kimberly klaus kristen kumar kurt kyle larry
laura lauren lea leah lee lena leo leon leslie liam lily linda lisa logan lori louis lucas lucia lucía lucy luis luke
lukas lynn madison manuel marc marcus margaret maria maría marie marilyn mario marion mark markus marta martha martin
martina mary mary-kate mason matt matthew max megan melissa mercedes mia michael michelle miguel mike mohamed mohammed
molly monica nadia nancy natalie natasha nathan neha nicholas nick nicole nina noah nora olek olga oliver olivia omar
oscar pablo pamela pat patricia patrick paul paula pedro peter petra philip phil phillip pierre priya rachel rafael raj
rajesh ralph ramon randy raul ravi ray raymond rebecca ricardo richard rick rita rob robert roberto robin roger ron
ronald rosa rose roy ruben russell ruth ryan sabine sam samantha samuel sandra sara sarah scott sean sergio shannon
sharon shawn sheila shirley silvia simon sofia sonia sophia sophie stefan stephanie stephen steve steven stuart sue
susan susanne suresh sven sylvia tamara tanya ted teresa terrence terry tess theresa thomas tiffany tim timothy tina
todd tom tommy tony tracy travis tyler ursula uwe valerie vanessa vera veronica vicki victor victoria vijay vincent
virginia walter wanda wayne wei wendy werner will william wolfgang yolanda yuki yusuf zach zachary zoe zoë siobhan`);

/** Small words within names and companies: "José de la Cruz". */
export const nameParticles = words(
  'de la las los del van der den von zu di da dos das du le el al bin ibn bint ter ten y e af av',
);

export const honorifics = words(
  'dr dra mr mrs ms miss prof professor sir lady rev pastor lic ing herr frau señor señora sr sra don doña mme mlle dipl',
);

export const nameSuffixes = words('jr sr ii iii iv phd md esq cpa dds mba rn jd');
