/** What a note can tell about somebody. All of it is the agent's private memory. */
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
  'birthday',
  'touch',
  'phone',
  'email',
  'address',
  'other',
] as const;
export type DetailKind = (typeof detailKinds)[number];
