import type { HttpResult } from '../../protocol/http-result.ts';
import type { ClaimRequest, Health, Session, SignInRequest } from '../../protocol/session.ts';

/** What the app asks of the contact database, apart from syncing. Nothing here throws. */
export interface ContactDatabase {
  readHealth(): Promise<HttpResult<Health>>;
  claim(request: ClaimRequest): Promise<HttpResult<Session>>;
  signIn(request: SignInRequest): Promise<HttpResult<Session>>;
  signOut(): Promise<HttpResult<unknown>>;
}
