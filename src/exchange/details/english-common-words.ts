import { listWords } from './word-list.ts';

/** Words that may follow "dog", "daughter" or "husband" in a note and are nobody's name. */
export const englishCommonWords = listWords(`
absolutely actual adopted adopts adult adults afraid afternoon aged aggressive ahead allergic allowed alone amazing annoying anxious anyways apart approved area arrived asleep assistant
athlete attention awesome awful awkward babies bad barely barks barking based basic basketball beautiful bed bedtime beach behave believe below beside besides beyond bigger biggest
birth bit bite bites bless blind bored born boss bossy brand brilliant bring broke broken bug bunch burned bus busy cabin calm cancer career careful cares caring certain
chair chance change charge charming chases chill chilly church clean clever coach college comfortable coming company completely concert constantly corner cost country court cousin
cousins cozy crew cries cute cutest cuter dad dang dark deaf degree deployed different difficult disabled divorce dogs dorm drama dreams dressed drives drove drunk dude dumb during
eager ears eating economics elementary else elsewhere emergency employed energetic enjoys enlisted enormous entirely especially eventually everywhere exactly except excellent excited exhausted
expensive extra extremely face fact factory fairly fall fam famous fan fantastic farmer favorite fell fetch few fewer fifteen fifty fights figure finally finished fire fit
fixed floor fluffy fluent follow football foot foreign forever former forward frankly freshly friendly full fully fun furniture further future gave general gentle girls giant glad
glasses gorgeous graduated graduates graduating graduation grandma grandpa grew gross grouchy growing guys gym half hairy hall handsome hang hanging happened happily healthy heart heavy helpful
hence here high highly hilarious himself history hit honest hopefully horrible hour hours huge hungry hyper ice illness immediately important impossible impressive indeed indoor indoors
injured instead insurance intense interested interesting jealous job jobs joined joke jokes jumps junior jury kinda kindergarten language lately laughed laughing law lazy learning least
left less license lifelong lights likely line list listening literally lives living loads located lonely longtime loose loud lovely low loyal lucky lunch mad mainly maintenance
majors manager managing marine massive mature mean medical medicine mellow mess messy middle mild military mind miserable missing mom moody mornings mostly mothers motorcycle mountain
moving muddy muscle mutual naughty nearby nearly neat needy neighborhood nervous nicest nights nineteen nobody noisy normal normally obsessed obvious occasionally odd officer old
olds online onto operator ordinary originally outdoor outdoorsy outgoing outside overall overnight overseas overweight own pain painful pandemic park particularly partly past peaceful perfect
perfectly person personally picky pile pilot pink plain player playful plenty police polite poor popular positive possibly potty practically practicing pregnant prefers preschool present
prettiest prior private privately professional program project proud public pulls puppies purple purrs quick quickly quietly quite race racing rad rare rarely real recent recently red
refuses regular regularly related relatively relaxed religious remarried remote remotely rescue rescued responsible rest restaurant rich rough rowdy rude runner running sad safe
salesman sassy savage scared scary scooter season seconds security self selling senior sensitive separate serious seriously seventeen several shaggy sharp shed shedding sheds short shows
shy sick silly similar sixth skinny sleep sleeping sleeps sleepy slow slowly smart smelly smiles sneaky snores soft softball sole somewhat somewhere soccer sophomore special spoiled spoils
spotted stationed stays stepdad stepmom stinky stole straight strange strict strong stubborn student studying stuff stupid suddenly super supposed supposedly surely surgery surprised sweetest
sweetheart swimming talking tall taught tear technically teen temporary terrible terrified terrific thankfully thirteen thirty throughout tiny together toilet tough town track trained training
transferred traveling tricks trouble troubled truck trucker true trying twelve twenty twice typical typically ugly unbelievable underneath understanding unemployed unfortunately union
unusual upset upstairs usual veteran vicious vocal volleyball waiting walking warehouse weak wears weird welder whatever whenever wherever whichever widow widower wild wise within woke
working worldwide worried worst worth yellow yelling younger youngest yourself friend's mine ours yours theirs
barking chewing loves loving eats hates plays goes going runs running comes coming sits sitting stays lives living works working teaches studies graduated starting started starts`);
