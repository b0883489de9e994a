import type { IncomingHttpHeaders } from 'node:http';
import { APIError } from 'better-auth/api';
import type { Transaction } from 'kysely';
import type {
  CreatedPasskey,
  CreationOptions,
  FirstPasskeyRequest,
  GivenPasskey,
  ListedPasskey,
  RequestOptions,
} from '../../protocol/passkeys.ts';
import type { Schema } from '../storage/schema.ts';
import type { SignInOutcome } from './accounts.ts';
import { type AuthOptions, createAuth } from './create-auth.ts';
import { findUser, userToSession } from './find-user.ts';
import { toHeaders, toHeadersOfNobody } from './request-headers.ts';

/** What goes to the browser, and the cookie that ties the answer to this question. */
export interface Asked<T> {
  readonly options: T;
  readonly cookies: readonly string[];
}

export type FirstPasskey = SignInOutcome | { readonly kind: 'void-link' };

/** Sign-in without a password: what only a device of the person's can say, and only after it has recognised them. */
export interface Passkeys {
  listPasskeys(headers: IncomingHttpHeaders): Promise<readonly ListedPasskey[]>;
  /** For who is signed in. */
  askForNewPasskey(headers: IncomingHttpHeaders): Promise<Asked<CreationOptions>>;
  /** For somebody who has no account yet. */
  askForFirstPasskey(
    person: FirstPasskeyRequest,
    headers: IncomingHttpHeaders,
  ): Promise<Asked<CreationOptions>>;
  /** False where it does not answer the question that was asked. */
  addPasskey(passkey: CreatedPasskey, name: string, headers: IncomingHttpHeaders): Promise<boolean>;
  namePasskey(id: string, name: string, headers: IncomingHttpHeaders): Promise<boolean>;
  removePasskey(id: string, headers: IncomingHttpHeaders): Promise<'removed' | 'unknown' | 'last'>;
  askPasskey(headers: IncomingHttpHeaders): Promise<Asked<RequestOptions>>;
  signInByPasskey(passkey: GivenPasskey, headers: IncomingHttpHeaders): Promise<SignInOutcome>;
}

export function createPasskeys(options: AuthOptions): Passkeys {
  const { db } = options;
  const auth = createAuth(options);
  const ofUser = (userId: string) => db.selectFrom('passkey').where('userId', '=', userId);
  return {
    async listPasskeys(headers) {
      const { userId } = await findUser(options, headers);
      const found = await ofUser(userId).select(['id', 'name', 'createdAt']).orderBy('createdAt').execute();
      return found.map(({ id, name, createdAt }) => ({
        id,
        name: name ?? 'Passkey',
        addedAt: new Date(createdAt ?? 0).toISOString(),
      }));
    },
    async askForNewPasskey(headers) {
      const answer = await auth.api.generatePasskeyRegistrationOptions({
        headers: toHeaders(headers),
        query: {},
        returnHeaders: true,
      });
      return { options: answer.response, cookies: answer.headers.getSetCookie() };
    },
    async askForFirstPasskey({ name, email }, headers) {
      const answer = await auth.api.generatePasskeyRegistrationOptions({
        headers: toHeadersOfNobody(headers),
        query: { name: email, context: name },
        returnHeaders: true,
      });
      return { options: answer.response, cookies: answer.headers.getSetCookie() };
    },
    addPasskey: (response, name, headers) =>
      isAnswered(() =>
        auth.api.verifyPasskeyRegistration({
          headers: toHeaders(headers, originOf(options, headers)),
          body: { response, name },
        }),
      ),
    async namePasskey(id, name, headers) {
      const { userId } = await findUser(options, headers);
      const named = await db
        .updateTable('passkey')
        .set({ name })
        .where('id', '=', id)
        .where('userId', '=', userId)
        .executeTakeFirst();
      return named.numUpdatedRows === 1n;
    },
    removePasskey: async (id, headers) =>
      removePasskey(options, id, (await findUser(options, headers)).userId),
    async askPasskey(headers) {
      const answer = await auth.api.generatePasskeyAuthenticationOptions({
        headers: toHeaders(headers),
        returnHeaders: true,
      });
      return {
        options: { ...answer.response, userVerification: 'required' },
        cookies: answer.headers.getSetCookie(),
      };
    },
    async signInByPasskey(response, headers) {
      try {
        const answer = await auth.api.verifyPasskeyAuthentication({
          headers: toHeaders(headers, originOf(options, headers)),
          body: { response },
          returnHeaders: true,
        });
        const session = await userToSession(options, answer.response.user);
        if (session === undefined) return { kind: 'wrong' };
        return { kind: 'signed-in', session, cookies: answer.headers.getSetCookie() };
      } catch (error) {
        if (isRefusal(error)) return { kind: 'wrong' };
        throw error;
      }
    },
  };
}

/**
 * Makes somebody with their passkey, all or nothing, and signs them in. `insertUser` writes the user within
 * the transaction and answers the id; undefined for a link that is void by now.
 */
export async function registerFirstPasskey(
  options: AuthOptions,
  { passkey, headers }: { readonly passkey: CreatedPasskey; readonly headers: IncomingHttpHeaders },
  insertUser: (trx: Transaction<Schema>) => Promise<string | undefined>,
): Promise<FirstPasskey> {
  try {
    const answer = await options.db.transaction().execute(async (trx) => {
      const newUserId = await insertUser(trx);
      if (newUserId === undefined) return undefined;
      const bound = createAuth({ ...options, db: trx }, { newUserId });
      const registered = await bound.api.verifyPasskeyRegistration({
        headers: toHeadersOfNobody(headers, originOf(options, headers)),
        body: { response: passkey, createSession: true, name: 'First passkey' },
        returnHeaders: true,
      });
      const user = await trx
        .selectFrom('user')
        .select(['id', 'name', 'email'])
        .where('id', '=', newUserId)
        .executeTakeFirstOrThrow();
      return { user, cookies: registered.headers.getSetCookie() };
    });
    if (answer === undefined) return { kind: 'void-link' };
    const session = await userToSession(options, answer.user);
    if (session === undefined) throw new Error('Somebody new has no account');
    return { kind: 'signed-in', session, cookies: answer.cookies };
  } catch (error) {
    if (isRefusal(error)) return { kind: 'wrong' };
    throw error;
  }
}

/** The last way to sign in stays. */
function removePasskey(
  { db }: AuthOptions,
  id: string,
  userId: string,
): Promise<'removed' | 'unknown' | 'last'> {
  return db.transaction().execute(async (trx) => {
    const passkeys = await trx.selectFrom('passkey').select('id').where('userId', '=', userId).execute();
    if (!passkeys.some((passkey) => passkey.id === id)) return 'unknown';
    const password = await trx
      .selectFrom('credential')
      .select('id')
      .where('userId', '=', userId)
      .where('password', 'is not', null)
      .executeTakeFirst();
    if (passkeys.length === 1 && password === undefined) return 'last';
    await trx.deleteFrom('passkey').where('id', '=', id).where('userId', '=', userId).execute();
    return 'removed';
  });
}

/** Which page the passkey must have spoken to. Without a public address only this machine's own name will do. */
function originOf({ origin }: AuthOptions, headers: IncomingHttpHeaders): Record<string, string> {
  if (origin !== undefined) return { origin };
  const said = headers.origin ?? '';
  const isLocal = URL.canParse(said) && new URL(said).hostname === 'localhost';
  return isLocal ? { origin: said } : {};
}

async function isAnswered(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/**
 * What the passkey part throws at an answer that does not hold; a wrong registration is a 500 there.
 * A failure of the database is none of these.
 */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof APIError)) return false;
  return error.statusCode < 500 || error.body?.code === 'FAILED_TO_VERIFY_REGISTRATION';
}
