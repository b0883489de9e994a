import { type Clause, findAll, normAt, spanText, wordsPattern } from '../clause.ts';
import { type Finding, type Rule, spanToOffsets } from '../finding.ts';
import { toSentence } from '../to-title.ts';

const weBoth = wordsPattern(
  '(?:we (?:are |were |have |had )?both|both of us|(?:he|she) and i (?:are |were )?both|me and (?:him|her) both|i and (?:he|she) both)|we (?:have|had|share|shared|know|love|like|use|go to|went to|worked at|attend|belong to|play at|grew up in|grew up on) (?:the same|a|some)(?= )|(?:los|las) 2 (?:\\w{2,}mos)|(?:ambos|ambas) \\w+mos|(?:nos )?(?:tenemos|fuimos|vamos|compartimos|conocemos|estudiamos|crecimos|trabajamos|somos) (?:en |a |de )?(?:el mismo|la misma|al mismo|los mismos|las mismas|mism[oa]s?)|coincidimos en|tenemos en comun',
);
const likeMe = wordsPattern(
  '(?:just )?like (?:me|us|i do|i did)|same (?:\\w+ ){1,3}(?:as (?:me|mine|ours|us|we do|i do|my \\w+))|as mine|and (?:mine|my \\w+) (?:are|is|go|goes|play|plays|were|went|have|both) (?:\\w+ ){0,4}?(?:same \\w+(?: team| school| class)?|together)|y (?:los mios|las mias|el mio|la mia|mis \\w+) (?:estan|van|juegan|son|estudian) (?:\\w+ ){0,4}?(?:mism[oa]s? \\w+(?: de \\w+)?|juntos)|mism[oa]s? (?:\\w+ ){1,3}que (?:yo|nosotros|mi \\w+|la mia|el mio)|(?:igual que|como) (?:yo|a mi|nosotros)|igual que a mi|que (?:los mios|las mias|el mio|la mia|nosotros)',
);
const alsoFrom = wordsPattern(
  'also from|also (?:grew up in|went to|played for)|tambien (?:es|son|viene|crecio|estudio) (?:de|en)',
);
const skipped = /^(?:,|and|so|but|he|she|they|is|y|e|él|ella|que|we|but|though|also)$/;

/** What the person and who writes have in common: "Both ran the Boilermaker", "Kids go to the same school as mine". */
export const readCommon: Rule = (clause) => {
  if (clause.subject === 'other' || clause.subject === 'agent') return [];
  const both = clause.subject === 'both' ? findAll(clause, weBoth).slice(0, 1) : [];
  const [first] = both;
  if (first !== undefined)
    return [toCommon(clause, startOfBoth(clause, first.first), endOf(clause, first.next))];
  const [alike] = findAll(clause, likeMe);
  if (alike !== undefined) return [toCommon(clause, startOf(clause, alike.first), alike.next)];
  const [also] = findAll(clause, alsoFrom);
  if (also === undefined || clause.subject === 'both') return [];
  const end = endOf(clause, also.next, 3);
  return end === also.next ? [] : [toCommon(clause, also.first, end)];
};

function toCommon(clause: Clause, first: number, next: number): Finding {
  return {
    kind: 'common',
    text: toSentence(spanText(clause.tokens, { first, next })),
    ...spanToOffsets(clause, { first, next }),
  };
}

/** "we both ran": without the "we". */
function startOfBoth(clause: Clause, index: number): number {
  let first = index;
  if (/^(?:we|he|she)$/.test(normAt(clause, first)) && normAt(clause, first + 1) !== 'are') first++;
  if (/^and$/.test(normAt(clause, first)) && normAt(clause, first + 1) === 'i') first += 2;
  return first;
}

function endOf(clause: Clause, index: number, most = 9): number {
  let next = index;
  const limit = Math.min(clause.next, index + most);
  while (next < limit) {
    const norm = normAt(clause, next);
    if (norm === ',' || /^(?:small|que|so|which|because|anyway)$/.test(norm) || isNew(clause, next)) break;
    next++;
  }
  while (next > index && /^(?:and|y|e|,|but|so|ha|the)$/.test(normAt(clause, next - 1))) next--;
  return next;
}

function isNew(clause: Clause, index: number): boolean {
  return /^(?:and|y) (?:he|she|ella|él|is|es|his|her|we|then)$/.test(
    `${normAt(clause, index)} ${normAt(clause, index + 1)}`,
  );
}

/** Back to the last comma but the one directly before, or to the clause's start. */
function startOf(clause: Clause, index: number): number {
  let first = index;
  if (normAt(clause, first - 1) === ',') first--;
  while (first > clause.first && normAt(clause, first - 1) !== ',' && index - first < 10) first--;
  while (first < index && skipped.test(normAt(clause, first))) first++;
  if (clause.words.theirs.has(normAt(clause, first)) || clause.words.articles.has(normAt(clause, first)))
    first++;
  return first;
}
