import type { DetailKind } from '../../../../src/domain/detail-kinds.ts';

/** What a note is there to mislead with. */
export type DetailTrap =
  | 'negation'
  | 'third person'
  | 'agent'
  | 'hedge'
  | 'correction'
  | 'homonym'
  | 'question'
  | 'past'
  | 'other date';

/**
 * What has to come out, by kind, in the short form of `suggestion-to-key.ts`:
 *
 * - partner: status and name ("married Mike", "not-married")
 * - kids: how many, "?" where nobody said; names and ages; what is coming ("2: Ana 4, Luis 7", "?; expecting", "0")
 * - pets: how many where not one, animal or breed in the note's words, names ("beagle Biscuit", "2 cat", "0 dog")
 * - work: role, trade, place ("owner: Ruiz Bakery", "employee nurse: Hurley", "retired teacher")
 * - town: new or long, from where, since when ("new from Austin since March", "long since 20 years", "from Ohio")
 * - home: "owns", "rents", and until when the lease runs ("rents until May")
 * - touch: the day, and the way where one was said ("2026-12-01 call")
 * - phone: figures; email, address, restaurant: as written, small and capital letters alike
 * - common, wants, knows: the words that carry it; see `is-same-detail.ts`
 */
export type ExpectedDetails = { readonly [kind in DetailKind]?: string | readonly string[] };

export interface DetailCase {
  readonly note: string;
  readonly expect: ExpectedDetails;
  /** What reasonable people would differ on: it counts neither as right nor as wrong. */
  readonly allow?: ExpectedDetails;
  readonly traps?: readonly DetailTrap[];
  /** Thursday, 26 November 2026, five past six in the evening, unless another is named. */
  readonly writtenAt?: string;
  /** US unless another is named. */
  readonly region?: string;
}
