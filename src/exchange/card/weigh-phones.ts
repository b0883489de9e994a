import type { FoundPhone } from './find-phones.ts';
import { isSamePlace } from './same-place.ts';

/** One reading of a number is surer than another from here on, 0 to 1, where it is sure by itself. */
const clearly = 0.08;
const sureEnough = 0.9;
/** What only the second engine read has to be as sure as this. */
const leastAlone = 0.8;

/**
 * Numbers as two engines read them, by their digits: nothing else on the card tells a digit. Where they differ and
 * neither is clearly surer, neither is taken.
 */
export function weighPhones(
  first: readonly FoundPhone[],
  second: readonly FoundPhone[],
): readonly FoundPhone[] {
  const weighed = first.flatMap((one): readonly FoundPhone[] => {
    const other = second.find((found) => isSamePlace(found, one));
    if (other === undefined) return [one];
    if (digitsOf(other) === digitsOf(one)) return [{ ...one, sure: Math.max(one.sure, other.sure) }];
    const surer = one.sure > other.sure ? one : other;
    const isClear = Math.abs(one.sure - other.sure) >= clearly && surer.sure >= sureEnough;
    return isClear ? [{ ...surer, kind: surer.kind ?? one.kind }] : [];
  });
  const missed = second.filter((found) => !first.some((one) => isSamePlace(found, one)));
  const all = [...weighed, ...missed.filter(({ sure }) => sure >= leastAlone)];
  return [...all.filter(({ kind }) => kind !== 'fax'), ...all.filter(({ kind }) => kind === 'fax')];
}

function digitsOf({ text }: FoundPhone): string {
  return text.replace(/\D/g, '');
}
