import * as z from 'zod/mini';
import { protocolProblemType } from '../../protocol/problem.ts';
import { claimPath, healthPath, healthSchema, sessionPath, sessionSchema } from '../../protocol/session.ts';
import { syncPath, syncResponseSchema } from '../../protocol/sync.ts';
import type { SendOutcome, Transport } from '../../sync/ports.ts';
import type { ContactDatabase } from '../ports/contact-database.ts';
import { sendHttp } from './http.ts';

export const contactDatabase: ContactDatabase = {
  readHealth: () => sendHttp({ method: 'GET', path: healthPath, schema: healthSchema }),
  claim: (body) => sendHttp({ method: 'POST', path: claimPath, body, schema: sessionSchema }),
  signIn: (body) => sendHttp({ method: 'POST', path: sessionPath, body, schema: sessionSchema }),
  signOut: () => sendHttp({ method: 'DELETE', path: sessionPath, schema: z.unknown() }),
};

export const transport: Transport = {
  async send(body): Promise<SendOutcome> {
    const result = await sendHttp({ method: 'POST', path: syncPath, body, schema: syncResponseSchema });
    if (result.kind === 'ok') return { kind: 'answered', response: result.value };
    if (result.kind === 'unreachable') return result;
    if (result.problem.status === 401) return { kind: 'signed-out' };
    if (result.problem.type === protocolProblemType) return { kind: 'outdated' };
    const { retryAfterMs } = result;
    return retryAfterMs === undefined ? { kind: 'failed' } : { kind: 'failed', retryAfterMs };
  },
};
