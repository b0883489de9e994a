import type { IncomingHttpHeaders } from 'node:http';
import { APIError } from 'better-auth/api';
import { StorageAwayError } from '../storage/storage.ts';
import type { Auth } from './create-auth.ts';
import { toHeaders } from './request-headers.ts';

/** Whose session the request has. Rejects with StorageAwayError when the database did not answer: better-auth hides why. */
export async function askSession(auth: Auth, headers: IncomingHttpHeaders) {
  try {
    return await auth.api.getSession({ headers: toHeaders(headers), returnHeaders: true });
  } catch (error) {
    if (error instanceof APIError && error.statusCode >= 500) throw new StorageAwayError();
    throw error;
  }
}
