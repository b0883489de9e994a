import { randomUUID } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { Kysely } from 'kysely';
import { maxPasswordLength, minPasswordLength } from '../../protocol/session.ts';
import { isHttps } from '../edge/is-https.ts';
import type { DialectName } from '../storage/dialect.ts';
import type { SessionNews } from '../storage/opened-database.ts';
import type { Schema } from '../storage/schema.ts';
import { openSessionPlugin } from './open-session.ts';

const hour = 60 * 60;
const day = 24 * hour;

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

/** What one call of better-auth's functions needs to know beyond the options. */
interface AuthCall {
  /** Whose first passkey is being registered. */
  readonly newUserId?: string;
  /** Takes the token of a link that resets somebody's password. */
  readonly takeResetToken?: (to: ResetAddressee, token: string) => Promise<void>;
}

export interface ResetAddressee {
  readonly name: string;
  readonly email: string;
}

export type Auth = ReturnType<typeof createAuth>;

/**
 * better-auth over a database or one transaction of it. Its own HTTP routes are not served: ours
 * call its functions, so origins, sizes, shapes and rates are checked in one place, ours.
 */
export function createAuth({ db, dialect, secret, origin }: AuthOptions, call: AuthCall = {}) {
  return betterAuth({
    database: { db, type: dialect, transaction: false },
    secret,
    baseURL: origin ?? 'http://localhost',
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength,
      maxPasswordLength,
      resetPasswordTokenExpiresIn: hour,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => call.takeResetToken?.(user, token),
    },
    // A link's token is worth as much as a password: the database keeps its SHA-256.
    verification: { storeIdentifier: 'hashed' },
    plugins: [openSessionPlugin(), passkeyPart(call.newUserId)],
    account: { modelName: 'credential' },
    session: {
      expiresIn: 90 * day,
      updateAge: day,
      freshAge: 0,
      additionalFields: { deviceId: { type: 'string', required: false, input: false } },
    },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'justmet',
      useSecureCookies: isHttps(origin),
      disableCSRFCheck: true,
      disableOriginCheck: true,
      // Not 'uuid': PostgreSQL would be asked to make them.
      database: { generateId: () => randomUUID(), validateSchema: false },
    },
  });
}

/**
 * The RP id is the public address's host, or localhost. A passkey is taken only from a person who was
 * recognised by the device (a finger, a face, a PIN), since it is the only thing that is asked for.
 */
function passkeyPart(newUserId: string | undefined) {
  return passkey({
    rpName: 'Justmet',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    advanced: { webAuthnChallengeCookie: 'passkey' },
    registration: {
      requireSession: false,
      resolveUser: async ({ context }) => ({ id: 'new', name: context ?? '', displayName: context ?? '' }),
      afterVerification: async ({ verification }) => {
        requireVerifiedPerson(verification.registrationInfo?.userVerified);
        return newUserId === undefined ? undefined : { userId: newUserId };
      },
    },
    authentication: {
      afterVerification: async ({ verification }) =>
        requireVerifiedPerson(verification.authenticationInfo.userVerified),
    },
  });
}

function requireVerifiedPerson(isVerified: boolean | undefined): void {
  if (isVerified !== true) throw new APIError('UNAUTHORIZED');
}
