import { type Clause, type ClauseStretch, toFlat } from './clause.ts';
import { markDoubts } from './find-doubts.ts';
import type { LanguageWords } from './language-words.ts';
import { isCapital, isNameLike } from './name-tokens.ts';
import type { NoteSentence, NoteToken } from './note-tokens.ts';
import { relationBefore, trackSubjects } from './track-subjects.ts';

/** Parts a sentence (without fillers, corrected) into clauses: each has one subject and is doubtful or not. */
export function splitClauses({ tokens, isQuestion }: NoteSentence, words: LanguageWords): Clause[] {
  const starts = [0];
  let isWithinRelative = false;
  for (let index = 1; index < tokens.length; index++) {
    const isRelative = startsRelative(tokens, index, words);
    if (isRelative || (isWithinRelative && endsRelative(tokens, index, words))) {
      starts.push(index);
      isWithinRelative = isRelative;
    } else if (isBoundary(tokens, index, words) || endsMine(tokens, starts.at(-1) ?? 0, index, words)) {
      starts.push(index);
      isWithinRelative = false;
    }
  }
  const stretches = starts.map((first, at): ClauseStretch => {
    const next = starts[at + 1] ?? tokens.length;
    return { first, next, flat: toFlat(tokens, first, next) };
  });
  const subjects = trackSubjects(tokens, stretches, words);
  const doubts = markDoubts(stretches, subjects, isQuestion, words);
  return stretches.map((stretch, at) => ({
    ...stretch,
    tokens,
    words,
    subject: subjects[at] ?? 'other',
    isDoubtful: doubts[at] ?? true,
  }));
}

/** "a daughter, Abby, who just got married": the relation that the clause is about is named before. */
function startsRelative(tokens: readonly NoteToken[], index: number, words: LanguageWords): boolean {
  return (
    /^(?:who|que)$/.test(tokens[index]?.norm ?? '') && relationBefore(tokens, index, words) !== undefined
  );
}

/** "…and a dog": back to whom it was about before; "…and has a dog" is still of the relation. */
function endsRelative(tokens: readonly NoteToken[], index: number, words: LanguageWords): boolean {
  const [norm, after] = [tokens[index]?.norm ?? '', tokens[index + 1]?.norm ?? ''];
  return (norm === ',' || words.ands.has(norm)) && !words.verbs.has(after);
}

/** "conocí a Lorena en la feria vive con su novio": from what I did on to what she does, by the verb. */
function endsMine(tokens: readonly NoteToken[], first: number, index: number, words: LanguageWords): boolean {
  const before = tokens[index - 1]?.norm ?? '';
  const isTheirs = words.pronouns.get(tokens[index]?.norm ?? '')?.who === 'third';
  if (isTheirs && before === 'that') return tokens[first]?.norm === 'i';
  if (words.agentVerbs?.test(toFlat(tokens, first, index)) !== true) return false;
  return (
    words.mainVerbs.has(tokens[index]?.norm ?? '') &&
    !words.joiners.has(before) &&
    before !== 'no' &&
    before !== 'se'
  );
}

function isBoundary(tokens: readonly NoteToken[], index: number, words: LanguageWords): boolean {
  const norm = tokens[index]?.norm ?? '';
  if (words.contrasts.has(norm) || words.ifs.has(norm) || startsHedge(tokens, index, words)) return true;
  if (words.pronouns.has(norm)) return startsWithPronoun(tokens, index, words);
  return (
    startsRemark(tokens, index, words) ||
    startsWithSelf(tokens, index, words) ||
    startsWithOther(tokens, index, words) ||
    startsWithRelation(tokens, index, words)
  );
}

/** After a comma or "and": "…, no kids", "…, fuimos a la misma prepa". */
function startsRemark(tokens: readonly NoteToken[], index: number, words: LanguageWords): boolean {
  const [before, norm] = [tokens[index - 1]?.norm ?? '', tokens[index]?.norm ?? ''];
  if (before === 'y' && words.mainVerbs.has(norm)) return true;
  if (norm === 'both' && toFlat(tokens, index, index + 3) === 'both of us ') return true;
  if (before === ',' && (words.fragmentStarts.has(norm) || words.mainVerbs.has(norm))) return true;
  return (before === ',' || words.ands.has(before)) && startsWithMine(tokens, index, words);
}

function startsWithOther(tokens: readonly NoteToken[], index: number, words: LanguageWords): boolean {
  if (!isThatOther(tokens, index, words)) return false;
  const [before, norm] = [tokens[index - 1]?.norm ?? '', tokens[index]?.norm ?? ''];
  const isListed = before === 'y' && /^(?:los|las|el|la)$/.test(norm);
  return !words.joiners.has(before) || before === 'and' || (before === 'y' && !isListed);
}

function startsWithRelation(tokens: readonly NoteToken[], index: number, words: LanguageWords): boolean {
  if (!startsRelation(tokens, index, words)) return false;
  const [beforeThat, before] = [tokens[index - 2]?.norm ?? '', tokens[index - 1]?.norm ?? ''];
  if (before === 'que' && /^(?:dijo|dice|dicen|cuenta|conto)$/.test(beforeThat)) return true;
  return words.ands.has(before) ? !isPairedSubject(tokens, index - 2, words) : !words.joiners.has(before);
}

/** Goes on after "if" (which began the clause), "once" and the like, and in "he and I". */
function startsWithPronoun(tokens: readonly NoteToken[], index: number, words: LanguageWords): boolean {
  const [beforeThat, before] = [tokens[index - 2]?.norm ?? '', tokens[index - 1]?.norm ?? ''];
  if (words.ifs.has(before)) return false;
  if (words.ands.has(before)) return !words.pronouns.has(beforeThat);
  if (/^(?:is|was)$/.test(before) && index > 2) return beforeThat !== 'and' && beforeThat !== ',';
  return !words.joiners.has(before);
}

/** "she and her husband", "Dana and her kids": one subject. */
function isPairedSubject(tokens: readonly NoteToken[], index: number, words: LanguageWords): boolean {
  const norm = tokens[index]?.norm ?? '';
  const isFirst =
    index <= 0 || tokens[index - 1]?.norm === ',' || words.leads.has(tokens[index - 1]?.norm ?? '');
  return (
    words.pronouns.has(norm) ||
    norm === 'him' ||
    words.relations.has(norm) ||
    (isFirst && isNameLike(tokens[index], words))
  );
}

/** "her sister", "my wife", "el marido", "wife is Carol". */
function startsRelation(tokens: readonly NoteToken[], index: number, words: LanguageWords): boolean {
  const norm = tokens[index]?.norm ?? '';
  if (words.mine.has(norm)) return true;
  const isPossessed = words.theirs.has(norm) || words.articles.has(norm);
  let at = isPossessed ? index + 1 : index;
  while (isPossessed && words.relationAdjectives.has(tokens[at]?.norm ?? '') && tokens[at + 1]?.norm !== ',')
    at++;
  const relation = words.relations.get(tokens[at]?.norm ?? '');
  if (relation === undefined) return false;
  if (words.articles.has(norm) && relation.who === 'other')
    return words.verbs.has(tokens[at + 1]?.norm ?? '');
  if (isPossessed) return true;
  const before = tokens[index - 1]?.norm ?? '';
  const isBare = /^(?:husband|wife|hubby|boyfriend|girlfriend|esposo|esposa|marido)$/.test(norm);
  return isBare && !isDetermined(before, words);
}

function isDetermined(norm: string, words: LanguageWords): boolean {
  const isOwn = words.theirs.has(norm) || words.mine.has(norm) || words.articles.has(norm);
  return (
    isOwn ||
    words.relationAdjectives.has(norm) ||
    /^(?:a|an|un|una|ex|late|former|'s|future|no|first|second|business|difunto|difunta|finado|primer|primera|segundo|futuro|futura|mismo|ni|sin|nor|without)$/.test(
      norm,
    )
  );
}

/** "Marcus himself works", "Dan said": the person by name. */
function startsWithSelf(tokens: readonly NoteToken[], index: number, words: LanguageWords): boolean {
  const [token, after] = [tokens[index], tokens[index + 1]?.norm ?? ''];
  if (!isNameLike(token, words) || isNameLike(tokens[index - 1], words)) return false;
  if (words.selves.has(after)) return true;
  const before = tokens[index - 1]?.norm ?? '';
  return isCapital(token) && words.mainVerbs.has(after) && (words.ands.has(before) || before === ',');
}

/** "…, fuimos a la misma prepa": I or we, by the verb. */
function startsWithMine(tokens: readonly NoteToken[], index: number, words: LanguageWords): boolean {
  const flat = toFlat(tokens, index, Math.min(tokens.length, index + 4));
  return words.bothVerbs?.test(flat) === true || words.agentVerbs?.test(flat) === true;
}

function isThatOther(tokens: readonly NoteToken[], index: number, words: LanguageWords): boolean {
  return words.others.test(toFlat(tokens, index, Math.min(tokens.length, index + 4)));
}

function startsHedge(tokens: readonly NoteToken[], index: number, words: LanguageWords): boolean {
  const flat = toFlat(tokens, index, Math.min(tokens.length, index + 5));
  return flat.search(words.hedges) === 0;
}
