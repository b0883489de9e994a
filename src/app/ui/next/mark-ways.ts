import type { TouchWay } from '../../../store/queries/touches.ts';

/** What one can say one did, as one says it. */
export const markWays = [
  { way: 'call', words: 'Called' },
  { way: 'text', words: 'Texted' },
  { way: 'email', words: 'Emailed' },
  { way: 'coffee', words: 'Had coffee' },
  { way: 'visit', words: 'Visited' },
  { way: 'other', words: 'Met' },
] as const satisfies readonly { readonly way: TouchWay; readonly words: string }[];
