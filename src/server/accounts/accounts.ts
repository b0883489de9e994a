import type { IncomingHttpHeaders } from 'node:http';
import type { ClaimByPasskeyRequest } from '../../protocol/passkeys.ts';
import type { ClaimRequest, Session, SignInRequest } from '../../protocol/session.ts';
import type { DeleteOutcome } from './delete-account.ts';
import type { Invitations } from './invitations.ts';
import type { FirstPasskey, Passkeys } from './passkeys.ts';
import type { Passwords } from './passwords.ts';
import type { ResetLinks } from './reset-links.ts';

/** Somebody who is signed in, and the Set-Cookie headers that keep them so. */
export interface SignedIn {
  readonly session: Session;
  readonly cookies: readonly string[];
}

export type ClaimOutcome = ({ readonly kind: 'signed-in' } & SignedIn) | { readonly kind: 'void-link' };
export type SignInOutcome = ({ readonly kind: 'signed-in' } & SignedIn) | { readonly kind: 'wrong' };

/** Who may use this contact database. */
export interface Accounts extends Invitations, Passkeys, Passwords, ResetLinks {
  isClaimed(): Promise<boolean>;
  /** A new one-time token, which ends the older ones; undefined once there is an owner. */
  issueClaimToken(): Promise<string | undefined>;
  /** Makes the owner, or nothing at all. Of two at once, one wins. */
  claim(request: ClaimRequest, headers: IncomingHttpHeaders): Promise<ClaimOutcome>;
  claimByPasskey(request: ClaimByPasskeyRequest, headers: IncomingHttpHeaders): Promise<FirstPasskey>;
  signIn(request: SignInRequest, headers: IncomingHttpHeaders): Promise<SignInOutcome>;
  findSession(headers: IncomingHttpHeaders): Promise<SignedIn | undefined>;
  /** The same, but what was found a few seconds ago still counts unless somebody has signed out since. */
  findRecentSession(headers: IncomingHttpHeaders): Promise<SignedIn | undefined>;
  /** Ends the session; the cookies that remove it from the browser. */
  signOut(headers: IncomingHttpHeaders): Promise<readonly string[]>;
  /** Who is signed in, with everything in their account; files follow. */
  deleteAccount(
    consent: { readonly leavesOthers: boolean },
    headers: IncomingHttpHeaders,
  ): Promise<DeleteOutcome>;
}
