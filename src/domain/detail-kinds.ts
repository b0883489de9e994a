/** What a detail about a person can be of, in the order in which they are asked about. */
export const detailKinds = [
  'partner',
  'kids',
  'pets',
  'work',
  'town',
  'home',
  'restaurant',
  'common',
  'wants',
  'knows',
  'touch',
  'phone',
  'email',
  'address',
] as const;

export type DetailKind = (typeof detailKinds)[number];
