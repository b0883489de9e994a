import type { DetailKind } from '../../domain/detail-kinds.ts';
import type { Clause, Span } from './clause.ts';
import type { DetailFacts } from './detail-facts.ts';
import type { TouchWay } from './detail-suggestion.ts';

/** What a rule found: facts, or a text where there are none to compare. */
export interface Finding {
  readonly kind: DetailKind;
  readonly facts?: DetailFacts;
  readonly text?: string;
  readonly on?: string;
  readonly way?: TouchWay;
  /** It was joined to what is before it: "a dog and a husky". */
  readonly isListed?: boolean;
  /** UTF-16 offsets into the note. */
  readonly start: number;
  readonly end: number;
}

export type Rule = (clause: Clause, context: RuleContext) => Finding[];

export interface RuleContext {
  /** "2026-11-26T18:05" */
  readonly writtenAt: string;
  /** ISO 3166-1 alpha-2: whether 3/4 is in March. */
  readonly region: string;
}

/** Where the words stand in the note; a correction may have taken some from later on. */
export function spanToOffsets({ tokens }: Clause, { first, next }: Span): { start: number; end: number } {
  const within = tokens.slice(first, Math.max(next, first + 1));
  const start = Math.min(...within.map((token) => token.start));
  return { start, end: Math.max(...within.map((token) => token.end)) };
}
