import type { LanguageWords, Relation } from './language-words.ts';
import { spanishCommonWords } from './spanish-common-words.ts';
import { listWords } from './word-list.ts';

const relations: [string, { who: Relation; gender?: 'f' | 'm'; isMany?: boolean }][] = [];
function add(who: Relation, text: string, more: { gender?: 'f' | 'm'; isMany?: boolean } = {}): void {
  for (const word of listWords(text)) relations.push([word, { who, ...more }]);
}
add('partner', 'esposo marido novio prometido', { gender: 'm' });
add('partner', 'esposa mujer senora novia prometida', { gender: 'f' });
add('partner', 'pareja conyuge');
add('kid', 'hijo nino nene', { gender: 'm' });
add('kid', 'hija nina nena', { gender: 'f' });
add('kid', 'bebe mayor menor');
add('kid', 'hijos hijas ninos ninas nenes gemelos gemelas peques', { isMany: true });
add(
  'other',
  'hermana mama madre prima tia amiga jefa vecina suegra cunada nuera comadre abuela nieta sobrina companera casera duena',
  { gender: 'f' },
);
add(
  'other',
  'hermano papa padre primo tio amigo jefe vecino suegro cunado yerno compadre abuelo nieto sobrino companero casero dueno',
  { gender: 'm' },
);
add('other', 'ex cliente inquilino arrendador agente');
add(
  'other',
  'papas padres hermanos hermanas primos tios amigos amigas vecinos vecinas suegros nietos sobrinos abuelos companeros clientes',
  { isMany: true },
);

const verbs = listWords(`
es esta son estan era estaba fue tiene tienen tenia ten vive viven vivia trabaja trabajan trabajaba renta rentan rento rentaron alquila alquilan
quiere quieren queria busca buscan conoce conocen necesita necesitan gusta gustaria encanta piensa piensan planea espera esperan lleva llevan llego llegaron
vino vinieron mudo mudaron compro compraron vendio vende venden maneja manejan abrio come comen cena dice dijo pregunto se le les lo
crecio crio acaba acaban acabo viene vienen sale anda andan sigue paga pagan toca juega va van hay habla llama llamar llamarle hablarle mandarle
escribirle cumple cumplen estudia estudian regreso regresaron volvio odia da dan hace tienes sabe cuida juegan viaja era estuvo murio vencera vence sera puede`);

export const spanishWords: LanguageWords = {
  language: 'es',
  pronouns: new Map([
    ['ella', { who: 'third', gender: 'f' }],
    ['él', { who: 'third', gender: 'm' }],
    ['ellos', { who: 'third' }],
    ['ellas', { who: 'third' }],
    ['yo', { who: 'agent' }],
    ['tu', { who: 'agent' }],
    ['nosotros', { who: 'both' }],
    ['nosotras', { who: 'both' }],
  ]),
  theirs: new Map<string, 'f' | 'm' | undefined>([
    ['su', undefined],
    ['sus', undefined],
  ]),
  mine: listWords('mi mis nuestro nuestra nuestros nuestras'),
  articles: listWords('el la los las'),
  relations: new Map(relations),
  relationAdjectives: listWords('mejor 2 3 4 5 propia'),
  others:
    /^(?:(?:ese|esa|este|esta|un|una|otro|otra|aquella|aquel|el|la) (?:senor|senora|tipo|tipa|muchacha|muchacho|duena|dueno|chava|chavo)\b(?! (?:se llama|es)\b)|todo el mundo|la gente|alguien|los mios|las mias|el mio|la mia)\b/,
  agentVerbs:
    /^(?:no )?(?:(?:le|les|lo|la|me|se lo|te) )?(?:tengo|soy|rento|vivo|trabajo|quiero|conozco|estoy|conte|platique|dije|di|hable|mande|escribi|invite|ensene|pregunte|comente|necesito|llame|vi|conoci|recomende|prometi|crei|pense|alcance)\b/,
  bothVerbs: /^(?:nos )?(?:\w{2,}(?:amos|emos|imos))\b/,
  leads: listWords(
    'y e pero tambien ahora entonces , bueno ok oye ademas porque pues luego ya resulta que aunque dice dijo total asi si por eso',
  ),
  contrasts: listWords('pero aunque sino'),
  ifs: listWords('si'),
  ands: listWords('y e o ni'),
  joiners: listWords(`
que cuando donde como antes despues hasta para con de del a en por entre sobre segun sin es son esta tiene al y e ni cuida visita ve ayuda
desde cerca`),
  fragmentStarts: listWords(`
sin casados divorciados jubilados separados soltero soltera casado casada divorciado divorciada viudo viuda separado separada comprometido comprometida esposo esposa marido
novio novia 2 3 4 5 6 jubilado jubilada recien nacido nacida renta inquilino inquilina`),
  mainVerbs: listWords(
    'esta estan tienen son viven trabajan rentan quieren acaban acaba llego vino es tiene trabaja renta quiere vive conoce dice dijo busca lleva necesita',
  ),
  verbs,
  selves: listWords('misma mismo'),
  hedges:
    /\b(?:a lo mejor|quizas?|tal vez|puede (?:que|ser)|parece(?: que| ser)?|me parece|creo(?: que)?|supongo|imagino|seguramente|segun yo|probablemente|posiblemente|igual (?:es|tiene|esta)|capaz que|no (?:lo )?se|no me acuerdo|ya no me acuerdo|no alcance|no (?:le )?pregunte|no me (?:dijo|quedo)|no estoy segur[oa]|ha de|debe (?:de )?(?:ser|tener|estar)|hay que averiguar|averiguar|preguntarle|me preguntó|ni idea|dizque|no recuerdo|no escuche)(?= )/,
  trailingHedges:
    /^(?:(?:y|,|o) )*(?:creo(?: yo)?|supongo|me parece|quizas?|tal vez|o algo asi|a lo mejor|o \d+|no se)(?: \w+)? (?:, )?$/,
  fillers: [
    'eh',
    'em',
    'mmm',
    'o sea que',
    'o sea',
    'pues',
    'la verdad',
    'digamos',
    'nomas',
    'nada mas',
    'este pues',
    'fijate',
    'verdad',
    'ay',
    'ahi',
  ],
  strongCorrections: [
    'no espera',
    'no perdon',
    'no , perdon',
    'perdon no',
    'mejor dicho',
    'quise decir',
    'perdon',
    'corrijo',
    'no no',
    'digo',
    'miento',
  ],
  weakCorrections: ['no', 'bueno', 'espera'],
  days: listWords('lunes martes miercoles jueves viernes sabado domingo manana hoy'),
  months: listWords(
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre primavera verano otono invierno',
  ),
  statuses: listWords(
    'soltero soltera casado casada divorciado divorciada viudo viuda separado separada comprometido comprometida',
  ),
  common: new Set([
    ...verbs,
    ...spanishCommonWords,
    ...listWords(`
a al algo alguien ahora ahi alla aqui antes ano anos aun aunque bien bueno cada casa casi cerca chico chica chicos como con cosa creo cual cuando
de del desde despues dia dias donde dos el ella ellas ellos él en entre era eran ese esa eso este esta esto estos estas fue gente grande grandes ha han
hace hasta hay hijo hijos hija hijas hoy igual ir la las le les lo los luego mal mas me mejor menos mes meses mi mis mientras mismo misma
mucho mucha muchos muchas muy nada nadie ni no nos nunca o otra otro otros para pero poco por porque propia propio pues que quien rato se semana semanas ser si sí
sido siempre sin sobre son su sus tal tambien tampoco tan tanto te todavia todo toda todos todas tu un una uno unos unas va van varios vez veces viejo vieja
y ya yo esposo esposa marido mujer novio novia pareja senora senor perro perra perros gato gata gatos bebe nino nina ninos ninas adolescente adolescentes
barrio calle centro norte sur ciudad escuela hospital universidad trabajo maestra enfermera dueno duena gerente jubilado jubilada soltero soltera
casado casada divorciado divorciada viuda viudo comprometida comprometido separada separado renta contrato departamento depa piso mamá papa mama
hermano hermana primo prima amigo amiga tio tia abuela grande chiquito chiquita majo maja viaja temprano embarazada feliz cansada cansado libre
juntos animales mascotas vecino vecina ejercito proximo proxima anoche ayer electricista plomero camionero contadora abogada maestro preguntar
llamarle hablarle mandarle escribirle mandale llamala llamale llamalo hablale escribele voluntaria varones mestiza mestizo adolescentes criado`),
  ]),
};

export const spanishVerbs = verbs;
