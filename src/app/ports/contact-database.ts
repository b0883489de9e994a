import type { Problem } from '../../protocol/problem.ts';
import type { ClaimRequest, Health, Session, SignInRequest } from '../../protocol/session.ts';

export type HttpResult<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly retryAfterMs?: number }
  | { readonly kind: 'unreachable' };

/** What the app asks of the contact database, apart from syncing. Nothing here throws. */
export interface ContactDatabase {
  readHealth(): Promise<HttpResult<Health>>;
  claim(request: ClaimRequest): Promise<HttpResult<Session>>;
  signIn(request: SignInRequest): Promise<HttpResult<Session>>;
  signOut(): Promise<HttpResult<unknown>>;
}
