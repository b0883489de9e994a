import type { Clause } from '../clause.ts';
import { normAt } from '../clause.ts';
import { englishVerbs } from '../english-words.ts';
import { isGivenName } from '../given-names.ts';
import { isCapital, isLikelyName, isNameLike } from '../name-tokens.ts';
import type { NoteToken } from '../note-tokens.ts';
import { spanishVerbs } from '../spanish-words.ts';
import { toTitle } from '../to-title.ts';
import { animalWords } from './animal-words.ts';

/** How surely what comes next is a name: after "called" anything may be one. */
export type NameLead = 'called' | 'is' | 'beside' | 'none';

export interface NameStart {
  readonly index: number;
  readonly lead: NameLead;
}

const calledPhrases = [
  "'s name is",
  "'s names are",
  'whose name is',
  'name is',
  'names are',
  'is named',
  'is called',
  'are named',
  'are called',
  'named',
  'called',
  'que se llama',
  'que se llaman',
  'se llama',
  'se llaman',
  'llamado',
  'llamada',
  'de nombre',
  'his name is',
  'her name is',
  'their names are',
  'by the name of',
  'named after',
  'un tal',
  'una tal',
  'somebody named',
  'someone named',
  'somebody called',
].map((phrase) => phrase.split(' '));
const isPhrases = ['is', 'are', 'es', 'son'];
const withPhrases = new Set(['to', 'with', 'con', 'de']);

/** Where a name could start after a word for a person or an animal: "husband is called Mike", "dog, Biscuit". */
export function findNameStart(clause: Clause, index: number): NameStart {
  const at = normAt(clause, index) === ',' ? index + 1 : index;
  const phrase = calledPhrases.find((words) =>
    words.every((word, offset) => normAt(clause, at + offset) === word),
  );
  if (phrase !== undefined) return { index: at + phrase.length, lead: 'called' };
  if (at > index) return { index: at, lead: normAt(clause, at) === 'sí' ? 'none' : 'beside' };
  if (isPhrases.includes(normAt(clause, at))) return { index: at + 1, lead: 'is' };
  if (withPhrases.has(normAt(clause, at))) return { index: at + 1, lead: 'is' };
  return { index: at, lead: 'beside' };
}

/** "is Vietnamese", "is Polish": after "is" a capital makes no name of these. */
const origins =
  /(?:ese|ish|ican|[aeiou]nian|[rdlsb]ian)$|^(?:german|french|greek|dutch|italian|indian|iraqi|israeli|pakistani|filipino|filipina|thai|arab|czech|swiss|latino|latina|hispanic|black|white|asian|catholic|muslim|mormon|baptist|lutheran|methodist|army|navy|marine|italiano|italiana)$/;

/** "husband is kind of a grump, his name is Steve": said a little later of the same. */
export function findLaterName(clause: Clause, index: number): NameStart | undefined {
  for (let at = index; at < Math.min(index + 8, clause.tokens.length); at++) {
    const norm = normAt(clause, at);
    const said = `${norm} ${normAt(clause, at + 1)} ${normAt(clause, at + 2)}`;
    if (/^(?:his|her|its) name is$/.test(said)) return { index: at + 3, lead: 'called' };
    if (at <= index + 3 && /^(?:,|que|y|él|ella) se llama$/.test(said))
      return { index: at + 3, lead: 'called' };
    if (clause.words.relations.has(norm) || animalWords.has(norm)) return undefined;
  }
  return undefined;
}

export function isNameAt(clause: Clause, index: number, lead: NameLead): boolean {
  const token = clause.tokens[index];
  if (token === undefined || normAt(clause, index + 1) === "'s" || isOrigin(token, lead)) return false;
  if (isMonthName(clause, index, lead)) return true;
  if (lead === 'none' || !isNameLike(token, clause.words)) return false;
  return lead === 'called' || isCapital(token) || isSmallName(clause, index, lead);
}

function isOrigin({ norm }: NoteToken, lead: NameLead): boolean {
  return lead === 'is' && origins.test(norm) && !isGivenName(norm);
}

/** April and June are names after "called", and with their capital beside "daughter". */
function isMonthName(clause: Clause, index: number, lead: NameLead): boolean {
  const token = clause.tokens[index];
  if (token === undefined || !/^(?:april|may|june|august|summer|abril|julio)$/.test(token.norm)) return false;
  return (
    lead === 'called' ||
    (lead === 'beside' && isCapital(token) && !/^(?:\d|de$)/.test(normAt(clause, index + 1)))
  );
}

function isSmallName(clause: Clause, index: number, lead: NameLead): boolean {
  const token = clause.tokens[index];
  if (isCased(clause) || !isLikelyName(token, clause.words)) return false;
  if (isGivenName(token.norm)) return true;
  // Spanish puts an adjective or a verb where a name could stand.
  if (clause.words.language === 'es') return false;
  return isNameEnd(normAt(clause, index + 1), clause) || lead === 'is';
}

/** Somebody who writes capitals writes names with them. */
function isCased({ tokens }: Clause): boolean {
  return tokens.some((token) => isCapital(token) && token.norm !== 'i');
}

function isNameEnd(after: string, { words }: Clause): boolean {
  if (after === '' || after === ',' || words.ands.has(after)) return true;
  return (
    englishVerbs.has(after) ||
    spanishVerbs.has(after) ||
    words.pronouns.has(after) ||
    words.theirs.has(after) ||
    /^\d+$/.test(after) ||
    /^(?:just|also|both|now|acaban|ya|tambien)$/.test(after) ||
    after === 'who' ||
    after === 'que' ||
    after === 'de'
  );
}

/** One name, a second capital included: "Mary Ann". */
export function readName(clause: Clause, index: number): { readonly name: string; readonly next: number } {
  const [token, after] = [clause.tokens[index], clause.tokens[index + 1]];
  const name = toTitle(token?.text ?? '');
  const isTwo =
    token !== undefined &&
    after !== undefined &&
    isCapital(token) &&
    isCapital(after) &&
    isNameLike(after, clause.words);
  return isTwo ? { name: `${name} ${after.text}`, next: index + 2 } : { name, next: index + 1 };
}
