import { type Clause, normAt, spanText } from '../clause.ts';
import { englishVerbs } from '../english-words.ts';
import { isCapital } from '../name-tokens.ts';
import { spanishVerbs } from '../spanish-words.ts';
import { toTitle } from '../to-title.ts';
import { listWords } from '../word-list.ts';

const articles = listWords('the a an el la los las un una her his their own su');
const stops = listWords(`
over on in at near across from since for with but who that which because so now here there this last right downtown as and or up down
into after before until till every also too when then where though although just two together anyway full part out about around than
en con por para desde pero que cuando y o cada porque ahora aqui alla hace como donde sobre muy tambien junto todos todas
since off outright alone behind during while funny nights remotely though not no it him them me us itself again either
next right while single married divorced soltero soltera casado casada divorciado divorciada kids hijos husband wife esposo esposa marido
one se lo la ya es esta ella él he she they we i`);
/** Within the name of a place: "University of Michigan", "taller de bicicletas", "Lou and Sons". */
const joints = listWords('of the de del la las los and & y e san by');
const placeWords = listWords(
  'store bakery shop school hospital clinic business company firm studio salon crew franchise dealership branch warehouse plant elementary motors realty bank cafe grill place',
);
const streets =
  /^(?:calle|avenida|esquina|plaza|colonia|centro|lado|vuelta|otro|aqui|alla|la|las|los|el|su|esta)$/;

export interface Place {
  /** As on a card: with capitals where it is a name, without its article. */
  readonly text: string;
  /** The article that stood before it: "the hardware store", or ''. */
  readonly article: string;
  readonly first: number;
  readonly next: number;
}

/** Reads what somebody works at, owns or runs, or where they eat. Undefined where nothing that names one follows. */
export function readPlace(clause: Clause, index: number, most = 6): Place | undefined {
  let first = index;
  let article = '';
  while (articles.has(normAt(clause, first)) && !isPartOfName(clause, first)) {
    article ||= normAt(clause, first);
    first++;
  }
  const token = clause.tokens[first];
  if (token === undefined || first >= clause.next) return undefined;
  const isName = isCapital(token);
  let next = first;
  while (next < clause.next && next - first < most && isWithin(clause, next, first, isName)) next++;
  while (next > first && joints.has(normAt(clause, next - 1)) && !isCapitalAt(clause, next - 1)) next--;
  if (next === first) return undefined;
  const said = spanText(clause.tokens, { first, next });
  return {
    text:
      article === '' || article === 'el' || article === 'la'
        ? placeToTitle(said, article, /^\d+$/.test(token.norm))
        : said,
    article,
    first,
    next,
  };
}

function placeToTitle(said: string, article: string, isCounted: boolean): string {
  return article === '' && !isCounted ? toTitle(said) : said;
}

/** "El Barril", "Las Delicias": the article has a capital and is no first word of the sentence. */
function isPartOfName(clause: Clause, index: number): boolean {
  return isCapitalAt(clause, index) && isCapitalAt(clause, index + 1) && index > 0;
}

function isCapitalAt({ tokens }: Clause, index: number): boolean {
  const token = tokens[index];
  return token !== undefined && isCapital(token);
}

function isWithin(clause: Clause, index: number, first: number, isName: boolean): boolean {
  const norm = normAt(clause, index);
  if (norm === ',' || norm === '') return false;
  if (index === first) return (!stops.has(norm) || isCapitalAt(clause, index)) && !isVerb(clause, index);
  if (joints.has(norm)) return isJoint(clause, index, isName);
  if (isName) return isCapitalAt(clause, index) || isTradeAfterName(clause, index, first);
  return !/^\d+$/.test(norm) && !articles.has(norm) && !stops.has(norm) && !isVerb(clause, index);
}

/** "HVAC business": one name, then what it is. */
function isTradeAfterName(clause: Clause, index: number, first: number): boolean {
  return index === first + 1 && placeWords.has(normAt(clause, index));
}

function isJoint(clause: Clause, index: number, isName: boolean): boolean {
  const norm = normAt(clause, index);
  const after = normAt(clause, index + 1);
  if (isName) {
    const isMore = isCapitalAt(clause, index + 1) || (joints.has(after) && isCapitalAt(clause, index + 2));
    return isMore && !(norm === 'the');
  }
  if (norm === 'san') return after !== '' && !stops.has(after);
  if (norm !== 'of' && norm !== 'de' && norm !== 'del') return false;
  if (norm === 'del') return !streets.test(after) && after !== '' && !stops.has(after);
  return (
    !streets.test(after) && after !== '' && !isVerb(clause, index + 1) && !(stops.has(after) && norm === 'de')
  );
}

function isVerb(clause: Clause, index: number): boolean {
  const norm = normAt(clause, index);
  const verbs = clause.words.language === 'en' ? englishVerbs : spanishVerbs;
  return verbs.has(norm) && !isCapitalAt(clause, index);
}
