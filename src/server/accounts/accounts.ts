import type { IncomingHttpHeaders } from 'node:http';
import type { ClaimByPasskeyRequest } from '../../protocol/passkeys.ts';
import type { ClaimRequest, Session, SignInRequest } from '../../protocol/session.ts';
import type { AppPasswords } from './app-passwords.ts';
import type { DeleteOutcome } from './delete-account.ts';
import type { Devices } from './devices.ts';
import type { Invitations } from './invitations.ts';
import type { Pairings } from './pairings.ts';
import type { FirstPasskey, Passkeys } from './passkeys.ts';
import type { Passwords } from './passwords.ts';
import type { ResetLinks } from './reset-links.ts';

/** Somebody who is signed in, and the Set-Cookie headers that keep them so. */
export interface SignedIn {
  readonly session: Session;
  readonly cookies: readonly string[];
}

/** A session that a request brought, and which device's it is. */
export interface FoundSession extends SignedIn {
  readonly sessionId: string;
  readonly userId: string;
  /** Null while the device has not said which it is. */
  readonly deviceId: string | null;
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
  findSession(headers: IncomingHttpHeaders): Promise<FoundSession | undefined>;
  /** The same, but what was found a few seconds ago still counts unless somebody has signed out since. */
  findRecentSession(headers: IncomingHttpHeaders): Promise<FoundSession | undefined>;
  /** Ends the session; the cookies that remove it from the browser. */
  signOut(headers: IncomingHttpHeaders): Promise<readonly string[]>;
  /** Calls back once, within a second of the session's end in whichever process; the answer ends that. */
  watchSession(sessionId: string, onEnded: () => void): () => void;
  readonly devices: Devices;
  readonly pairings: Pairings;
  readonly appPasswords: AppPasswords;
  /** Who is signed in, with everything in their account; files follow. */
  deleteAccount(
    consent: { readonly leavesOthers: boolean },
    headers: IncomingHttpHeaders,
  ): Promise<DeleteOutcome>;
}
