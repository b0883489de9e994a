import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import type { Kysely } from 'kysely';
import type { DialectName } from '../storage/dialect.ts';
import type { SessionNews } from '../storage/opened-database.ts';
import type { Schema } from '../storage/schema.ts';

const day = 60 * 60 * 24;

export interface AuthOptions {
  readonly db: Kysely<Schema>;
  readonly dialect: DialectName;
  readonly secret: string;
  /** Makes a UUID. */
  readonly makeId: () => string;
  /** Where several processes share the database. */
  readonly sessionNews?: SessionNews | undefined;
  /** The public address, when there is one; an https one makes the cookies Secure. */
  readonly origin: string | undefined;
}

export type Auth = ReturnType<typeof createAuth>;

/**
 * better-auth over a database or one transaction of it. Its own HTTP routes are not served: ours
 * call its functions, so origins, sizes, shapes and rates are checked in one place, ours.
 */
export function createAuth({ db, dialect, secret, origin }: AuthOptions) {
  return betterAuth({
    database: { db, type: dialect, transaction: false },
    secret,
    baseURL: origin ?? 'http://localhost',
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true },
    account: { modelName: 'credential' },
    session: { expiresIn: 90 * day, updateAge: day },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'justmet',
      useSecureCookies: origin?.startsWith('https://') ?? false,
      disableCSRFCheck: true,
      disableOriginCheck: true,
      // Not 'uuid': PostgreSQL would be asked to make them.
      database: { generateId: () => randomUUID(), validateSchema: false },
    },
  });
}
