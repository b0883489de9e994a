import { randomBytes, randomUUID } from 'node:crypto';
import type { AuthOptions } from '../accounts/create-auth.ts';
import type { Config } from '../config.ts';
import { withDatabase } from './with-database.ts';

/** Works on accounts beside a server that may be running. */
export function withPeople<T>(config: Config, work: (options: AuthOptions) => Promise<T>): Promise<T> {
  return withDatabase(config, 'write', ({ db, dialect }) => {
    // It signs nothing here: of a link the database keeps the SHA-256, and the server asks for no more.
    const secret = randomBytes(32).toString('base64url');
    return work({ db, dialect, secret, origin: config.origin, makeId: randomUUID });
  });
}
