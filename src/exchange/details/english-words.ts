import { commonWords, wordNames } from '../quick-line/word-sets.ts';
import { englishCommonWords } from './english-common-words.ts';
import type { LanguageWords, Relation } from './language-words.ts';
import { listWords } from './word-list.ts';

const relations: [string, { who: Relation; gender?: 'f' | 'm'; isMany?: boolean }][] = [];
function add(who: Relation, text: string, more: { gender?: 'f' | 'm'; isMany?: boolean } = {}): void {
  for (const word of listWords(text)) relations.push([word, { who, ...more }]);
}
add('partner', 'husband hubby boyfriend', { gender: 'm' });
add('partner', 'wife girlfriend missus', { gender: 'f' });
add('partner', 'spouse partner fiance fiancee');
add('kid', 'son stepson boy', { gender: 'm' });
add('kid', 'daughter stepdaughter girl', { gender: 'f' });
add('kid', 'kid child baby toddler newborn youngest oldest');
add('kid', 'kids children sons daughters boys girls twins stepkids triplets', { isMany: true });
add('other', 'sister mother mom mum aunt niece grandma grandmother granddaughter landlady', { gender: 'f' });
add('other', 'brother father dad uncle nephew grandpa grandfather grandson', { gender: 'm' });
add(
  'other',
  'cousin friend boss manager landlord neighbor neighbour coworker colleague roommate ex client buddy employer tenant supervisor company team firm church office stepmom stepdad therapist trainer agent realtor lender assistant',
);
add(
  'other',
  'parents cousins friends neighbors neighbours coworkers colleagues roommates grandkids grandchildren siblings folks sisters brothers tenants clients inlaws family employees relatives',
  { isMany: true },
);

const verbs = listWords(`
is are was were has have had does did do owns own owned rents rent rented runs run ran manages managed works work worked lives live lived
wants want wanted knows know knew likes like liked loves love loved hates hate said says told asked came comes moved moves got gets
bought sold teaches drives eats plays played needs looks looking thinks thinking hopes hoping plans planning grew raised met spoke talked talk
goes went sells sings made makes travels coaches volunteers started opened retired expecting would could should will can might may must
wears swears hunts fishes hikes called called text call email follow reach remind check give gave keeps wanted seems lost died`);

export const englishWords: LanguageWords = {
  language: 'en',
  pronouns: new Map([
    ['she', { who: 'third', gender: 'f' }],
    ['he', { who: 'third', gender: 'm' }],
    ['they', { who: 'third' }],
    ['i', { who: 'agent' }],
    ['you', { who: 'agent' }],
    ['we', { who: 'both' }],
  ]),
  theirs: new Map<string, 'f' | 'm' | undefined>([
    ['her', 'f'],
    ['his', 'm'],
    ['their', undefined],
  ]),
  mine: listWords('my our your'),
  articles: listWords('the'),
  relations: new Map(relations),
  relationAdjectives: listWords(
    'older younger little big best good late old new oldest youngest own whole 2 3 4 5',
  ),
  others:
    /^(?:(?:that|this|the|some|another|one) (?:other )?(?:guy|lady|woman|man|couple next door|one guy|other one)|everyone|everybody|people|somebody|someone|mine)\b/,
  leads: listWords(
    'and so but also now then , ok okay anyway anyways apparently honestly because since well yeah oh though although cause plus actually currently obviously once said says turns out that or',
  ),
  contrasts: listWords('but although though however whereas'),
  ifs: listWords('if whether'),
  ands: listWords('and plus or'),
  joiners: listWords(`
once before after until till when while where that than as who what how why which for with to of from near by about like at on in into
without is are was has have had and told asked knows met called call text email helps visits sees loves likes between
because lives take gave give bring brings behind but`),
  fragmentStarts: listWords(`
no single married divorced widowed engaged separated renting rents renter homeowner retired loves wife husband hubby boyfriend girlfriend
2 3 4 5 6 born originally new has wants needs thinking looking lives lived works owns knows moved`),
  mainVerbs: listWords(
    'is has have owns said says works rents wants lives knows manages runs told bought teaches loves moved',
  ),
  verbs,
  selves: listWords('herself himself themselves'),
  hedges:
    /\b(?:maybe|perhaps|probably|possibly|might|supposedly|i (?:\w+ )?(?:think|guess|believe|suppose|assume|forget|forgot)|not (?:\w+ )?sure|unsure|(?:do|did) not (?:know|catch|ask|get|remember|say|hear)|no idea|could be|could have|may (?:be|have|own|rent|want|sell|move|know|need|get)|must (?:be|have)|seems?(?: like| to)?|sounds like|looks like (?:she|he|they)|need to find out|have to find out|find out|ask (?:her|him|them)(?= (?:about|if|how|whether))|ask next time|i wonder|guessing|wondering)(?= )/,
  trailingHedges:
    /^(?:(?:and|,|or) )*(?:i (?:\w+ )?(?:think|guess|believe|suppose|do not know|do not remember|forget)|maybe|or something|probably|not sure|or so i think|maybe \w+|or \d+)(?: \w+)? (?:, )?$/,
  fillers: [
    'um',
    'uh',
    'er',
    'hmm',
    'umm',
    'uhh',
    'you know',
    'kind of',
    'sort of',
    'basically',
    'literally',
    'ha',
    'haha',
    'lol',
    'definitely',
    'totally',
  ],
  strongCorrections: [
    'no wait',
    'no sorry',
    'wait no',
    'scratch that',
    'no i mean',
    'no actually',
    'i mean',
    'make that',
    'correction',
    'sorry',
    'no no',
    'or rather',
  ],
  weakCorrections: ['actually', 'no', 'well', 'wait', 'rather'],
  days: listWords('monday tuesday wednesday thursday friday saturday sunday tomorrow today'),
  months: listWords(
    'january february march april may june july august september october november december spring summer fall winter autumn',
  ),
  statuses: listWords('single married divorced widowed engaged separated'),
  common: new Set([
    ...[...commonWords].filter((word) => !wordNames.has(word)),
    ...verbs,
    ...englishCommonWords,
    ...listWords(`
it its this kindergarten school college university weekend weekends early late very much lots tired funny great crazy military
army navy hospital clinic grown oldest youngest adorable named born teens adopted mostly both grade house drives bakery excited
definitely sure sports soccer hockey football baseball nothing plumbing definitely outright church sometimes usually lately
hers theirs another wonderful nice sweet guess yup nope sunday freshman senior junior bass guitar trucker horse landlord pastor
dating married divorced single engaged expecting due third fourth fifth hers travels nurse teacher retired everything
year-old months younger little teenage something ish about either neither yet too not never nor than hubby fiance spouse missus
already again alone though renter studio roommate apparently originally lease yes well sorry actually beagle lab cat dog puppy kitten doctor`),
  ]),
};

/** A verb ends the name of a place in a note without marks: "works for Consumers Energy drives a truck". */
export const englishVerbs = verbs;
