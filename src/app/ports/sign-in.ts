import type { AccountFacts, DeleteAccountRequest } from '../../protocol/account.ts';
import type { HttpResult } from '../../protocol/http-result.ts';
import type { Invitation, Invited, JoinRequest, NewInvitation } from '../../protocol/invitations.ts';
import type { ListedPasskey } from '../../protocol/passkeys.ts';
import type { ChangePasswordRequest, Proof, ResetRequest } from '../../protocol/passwords.ts';
import type { Session } from '../../protocol/session.ts';

/** Nothing was answered: the person closed the browser's own question, or it cannot ask. */
type NotGiven = { readonly kind: 'not-given' };
export type PasskeyResult<T> = HttpResult<T> | NotGiven;

/** How people get in, and what they may do with their account. Nothing here throws. */
export interface SignIn {
  /** False where this browser has no passkeys, or the address is one that no passkey can belong to. */
  readonly hasPasskeys: boolean;
  signInByPasskey(): Promise<PasskeyResult<Session>>;
  claimByPasskey(person: {
    readonly token: string;
    readonly name: string;
    readonly email: string;
  }): Promise<PasskeyResult<Session>>;
  findInvited(token: string): Promise<HttpResult<Invited>>;
  join(request: JoinRequest): Promise<HttpResult<Session>>;
  joinByPasskey(person: {
    readonly token: string;
    readonly name: string;
    readonly email: string;
  }): Promise<PasskeyResult<Session>>;
  resetsByMail(): Promise<HttpResult<{ readonly byMail: boolean }>>;
  askForReset(email: string): Promise<HttpResult<unknown>>;
  resetPassword(request: ResetRequest): Promise<HttpResult<unknown>>;

  readFacts(): Promise<HttpResult<AccountFacts>>;
  changePassword(request: ChangePasswordRequest): Promise<HttpResult<{ readonly ended: number }>>;
  listPasskeys(): Promise<HttpResult<readonly ListedPasskey[]>>;
  addPasskey(proof: Proof, name: string): Promise<PasskeyResult<unknown>>;
  namePasskey(id: string, name: string): Promise<HttpResult<unknown>>;
  removePasskey(id: string): Promise<HttpResult<unknown>>;
  /** Asks for one of this person's passkeys, as proof that it is still them. */
  provePasskey(): Promise<PasskeyResult<Proof>>;
  listInvitations(): Promise<HttpResult<readonly Invitation[]>>;
  invite(email: string): Promise<HttpResult<NewInvitation>>;
  revokeInvitation(id: string): Promise<HttpResult<unknown>>;
  /** Where the browser downloads everything in the account from. */
  exportAddress(withPrivate: boolean): string;
  deleteAccount(request: DeleteAccountRequest): Promise<HttpResult<unknown>>;
}
