import type { LanguageWords } from './language-words.ts';
import type { NoteToken } from './note-tokens.ts';

/**
 * Who a clause is about: the person whom the note is on (alone or with their partner), their partner, their child,
 * somebody else, who wrote the note, or both of these ("we").
 */
export type Subject = 'person' | 'partner' | 'kid' | 'other' | 'agent' | 'both';

/** A stretch of a sentence about one subject. Rules may read on in `tokens` after its end. */
export interface Clause {
  /** Of the whole sentence, corrected and without fillers. */
  readonly tokens: readonly NoteToken[];
  readonly first: number;
  /** Exclusive. */
  readonly next: number;
  readonly subject: Subject;
  readonly isDoubtful: boolean;
  readonly words: LanguageWords;
  /** The clause's norms, each followed by a space. */
  readonly flat: string;
}

/** The words of a clause, before it is known whom it is about. */
export interface ClauseStretch {
  readonly first: number;
  readonly next: number;
  readonly flat: string;
}

/** Indices of tokens in the sentence; `next` exclusive. */
export interface Span {
  readonly first: number;
  readonly next: number;
}

export interface Found extends Span {
  readonly groups: { readonly [name: string]: Span | undefined };
}

export function toFlat(tokens: readonly NoteToken[], first: number, next: number): string {
  let flat = '';
  for (let index = first; index < next; index++) flat += `${tokens[index]?.norm} `;
  return flat;
}

/** A pattern of whole words over a clause's `flat`; `source` starts and ends with a word, in the form of norms. */
export function wordsPattern(source: string): RegExp {
  return new RegExp(`\\b(?:${source})(?= )`, 'dg');
}

/** All places where the words stand, in order; none overlaps another. `expression` is of `wordsPattern`. */
export function findAll(clause: Clause, expression: RegExp): Found[] {
  const found: Found[] = [];
  const { flat } = clause;
  expression.lastIndex = 0;
  for (let match = expression.exec(flat); match !== null; match = expression.exec(flat)) {
    found.push({
      ...offsetsToSpan(clause, match.index, match.index + match[0].length),
      groups: readGroups(clause, match),
    });
    if (match[0] === '') expression.lastIndex++;
  }
  return found;
}

function readGroups(clause: Clause, { indices }: RegExpExecArray): Found['groups'] {
  const groups: Record<string, Span | undefined> = {};
  for (const [name, range] of Object.entries(indices?.groups ?? {})) {
    groups[name] = range === undefined ? undefined : offsetsToSpan(clause, range[0], range[1]);
  }
  return groups;
}

function offsetsToSpan({ tokens, first, next }: Clause, from: number, to: number): Span {
  let offset = 0;
  let start = next;
  let end = first;
  for (let index = first; index < next; index++) {
    const after = offset + (tokens[index]?.norm.length ?? 0);
    if (after > from && offset < to) {
      start = Math.min(start, index);
      end = index + 1;
    }
    offset = after + 1;
  }
  return start < end ? { first: start, next: end } : { first: start, next: start };
}

export function spanText(tokens: readonly NoteToken[], { first, next }: Span): string {
  let text = '';
  for (let index = first; index < next; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const isAttached = token.norm === ',' || token.norm === "'s";
    text += (text === '' || isAttached ? '' : ' ') + token.text;
  }
  return text;
}

/** The norms before a token within its clause, nearest last. */
export function normsBefore(clause: Clause, index: number, count: number): string {
  return clause.tokens
    .slice(Math.max(clause.first, index - count), index)
    .map(({ norm }) => norm)
    .join(' ');
}

/** The norm of a token of the clause's sentence; '' outside of it. */
export function normAt({ tokens }: Clause, index: number): string {
  return tokens[index]?.norm ?? '';
}
