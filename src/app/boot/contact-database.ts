import * as z from 'zod/mini';
import { sendHttp } from '../../device/http.ts';
import { claimPath, healthPath, healthSchema, sessionPath, sessionSchema } from '../../protocol/session.ts';
import type { ContactDatabase } from '../ports/contact-database.ts';

export const contactDatabase: ContactDatabase = {
  readHealth: () => sendHttp({ method: 'GET', path: healthPath, schema: healthSchema }),
  claim: (body) => sendHttp({ method: 'POST', path: claimPath, body, schema: sessionSchema }),
  signIn: (body) => sendHttp({ method: 'POST', path: sessionPath, body, schema: sessionSchema }),
  ask: sendHttp,
  signOut: () => sendHttp({ method: 'DELETE', path: sessionPath, schema: z.undefined() }),
};
