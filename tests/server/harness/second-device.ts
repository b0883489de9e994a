import type { FastifyInstance } from 'fastify';
import { sessionPath } from '../../../src/protocol/session.ts';
import { cookieOf, owner, postJson } from './built-server.ts';

/** Signs the owner in once more, as another device; its Cookie header. */
export async function signInAgain(app: FastifyInstance): Promise<string> {
  const { email, password } = owner;
  const answer = await app.inject(postJson(sessionPath, { email, password }));
  if (answer.statusCode !== 200) throw new Error(`Signing in answered ${answer.statusCode}: ${answer.body}`);
  return cookieOf(answer.headers['set-cookie']);
}
