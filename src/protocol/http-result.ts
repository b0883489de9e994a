import type { Problem } from './problem.ts';

/** What became of a request to the contact database. `unreachable`: no answer came. */
export type HttpResult<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly retryAfterMs?: number }
  | { readonly kind: 'unreachable' };
