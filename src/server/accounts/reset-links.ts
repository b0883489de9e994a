import { APIError } from 'better-auth/api';
import type { ResetRequest } from '../../protocol/passwords.ts';
import { type AuthOptions, createAuth, type ResetAddressee } from './create-auth.ts';

export type ResetOutcome = 'reset' | 'void-link';

/** A link for somebody who has lost their password: one hour, once. */
export interface ResetLinks {
  /** Whether there is mail to send one by. */
  readonly resetsByMail: boolean;
  /** Mails one to who has an account by that email; nobody learns whether there is one. */
  mailResetLink(email: string): Promise<void>;
  /** Whose password it would set; undefined for a void link. */
  findAddressee(token: string): Promise<ResetAddressee | undefined>;
  /** Ends all sessions, app passwords, and what other links there are. */
  resetPassword(request: ResetRequest): Promise<ResetOutcome>;
}

export type SendResetMail = (to: ResetAddressee, token: string) => Promise<void>;

export function createResetLinks(options: AuthOptions, sendResetMail: SendResetMail | undefined): ResetLinks {
  const { db } = options;
  const auth = createAuth(options);
  const findUserId = async (token: string) => {
    const { internalAdapter } = await auth.$context;
    const found = await internalAdapter.findVerificationValue(`reset-password:${token}`);
    return found === null || found.expiresAt < new Date() ? undefined : found.value;
  };
  return {
    resetsByMail: sendResetMail !== undefined,
    async mailResetLink(email) {
      if (sendResetMail === undefined) return;
      const asking = createAuth(options, { takeResetToken: sendResetMail });
      await asking.api.requestPasswordReset({ body: { email } });
    },
    async findAddressee(token) {
      const userId = await findUserId(token);
      if (userId === undefined) return undefined;
      return db.selectFrom('user').select(['name', 'email']).where('id', '=', userId).executeTakeFirst();
    },
    async resetPassword({ token, password }) {
      const userId = await findUserId(token);
      if (userId === undefined) return 'void-link';
      try {
        await auth.api.resetPassword({ body: { token, newPassword: password } });
      } catch (error) {
        if (error instanceof APIError && error.statusCode < 500) return 'void-link';
        throw error;
      }
      await endSecrets(options, userId);
      return 'reset';
    },
  };
}

/** For a command on the server. The link is `/reset#<token>`; undefined where nobody has that email. */
export async function createResetLink(
  options: AuthOptions,
  { email }: { readonly email: string },
): Promise<string | undefined> {
  let made: string | undefined;
  const takeResetToken = async (_to: ResetAddressee, token: string) => {
    made = token;
  };
  await createAuth(options, { takeResetToken }).api.requestPasswordReset({ body: { email } });
  return made;
}

/** Somebody's password was changed: no link from before may change it again, and no program comes in as before. */
export async function endSecrets({ db }: AuthOptions, userId: string): Promise<void> {
  await db.deleteFrom('verification').where('value', '=', userId).execute();
  await db.deleteFrom('app_password').where('user_id', '=', userId).execute();
}
