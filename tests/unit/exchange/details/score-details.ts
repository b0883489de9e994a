import { type DetailKind, detailKinds } from '../../../../src/domain/detail-kinds.ts';
import type { DetailSuggestion } from '../../../../src/exchange/details/detail-suggestion.ts';
import { readDetails } from '../../../../src/exchange/details/read-details.ts';
import type { DetailCase, ExpectedDetails } from './detail-case.ts';
import { isSameDetail } from './is-same-detail.ts';
import { suggestionToKey } from './suggestion-to-key.ts';

const usualTime = '2026-11-26T18:05';

export interface CaseScore {
  readonly note: string;
  readonly right: readonly DetailKind[];
  /** "kind key" of what was suggested and not expected, and of what was expected and not suggested. */
  readonly wrong: readonly (readonly [DetailKind, string])[];
  readonly missing: readonly (readonly [DetailKind, string])[];
}

export function readCase({
  note,
  writtenAt = usualTime,
  region = 'US',
}: DetailCase): readonly DetailSuggestion[] {
  return readDetails(note, { writtenAt, region });
}

/** Each suggestion may be right for one expectation; what is allowed besides counts for nothing. */
export function scoreCase(one: DetailCase): CaseScore {
  const right: DetailKind[] = [];
  const wrong: [DetailKind, string][] = [];
  const open = listExpected(one.expect);
  const allowed = listExpected(one.allow ?? {});
  const spent = new Set<DetailKind>();
  for (const suggestion of readCase(one)) {
    const key = suggestionToKey(suggestion);
    const { kind } = suggestion;
    const at = open.findIndex((expected) => expected[0] === kind && isSameDetail(kind, expected[1], key));
    if (at >= 0) {
      open.splice(at, 1);
      right.push(kind);
    } else if (allowed.some((other) => other[0] === kind && isSameDetail(kind, other[1], key)))
      spent.add(kind);
    else wrong.push([kind, key]);
  }
  return { note: one.note, right, wrong, missing: open.filter(([kind]) => !spent.has(kind)) };
}

function listExpected(expected: ExpectedDetails): [DetailKind, string][] {
  return detailKinds.flatMap((kind) =>
    [expected[kind] ?? []].flat().map((key): [DetailKind, string] => [kind, key]),
  );
}

export interface KindTotals {
  readonly right: number;
  readonly wrong: number;
  readonly missing: number;
}

export function addScores(scores: readonly CaseScore[], kind?: DetailKind): KindTotals {
  const isOf = (one: DetailKind) => kind === undefined || one === kind;
  return {
    right: scores.flatMap((score) => score.right).filter(isOf).length,
    wrong: scores.flatMap((score) => score.wrong).filter(([one]) => isOf(one)).length,
    missing: scores.flatMap((score) => score.missing).filter(([one]) => isOf(one)).length,
  };
}

/** Percent of the suggestions that are right; 100 when there are none. */
export function precisionOf({ right, wrong }: KindTotals): number {
  return right + wrong === 0 ? 100 : (100 * right) / (right + wrong);
}

/** Percent of what was expected that was found; 100 when nothing was. */
export function recallOf({ right, missing }: KindTotals): number {
  return right + missing === 0 ? 100 : (100 * right) / (right + missing);
}
