import type * as z from 'zod/mini';
import type { HttpResult } from '../../protocol/http-result.ts';
import type { ClaimRequest, Health, Session, SignInRequest } from '../../protocol/session.ts';

export interface Question<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Parses the answer: `undefined` for one without a body. */
  readonly schema: z.ZodMiniType<T>;
}

/** What the app asks of the contact database, apart from syncing. Nothing here throws. */
export interface ContactDatabase {
  readHealth(): Promise<HttpResult<Health>>;
  claim(request: ClaimRequest): Promise<HttpResult<Session>>;
  signIn(request: SignInRequest): Promise<HttpResult<Session>>;
  signOut(): Promise<HttpResult<unknown>>;
  /** Anything else, as `src/protocol` has it. */
  ask<T>(question: Question<T>): Promise<HttpResult<T>>;
}
