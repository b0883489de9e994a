import type { Generated } from 'kysely';
import type { TableName } from '../../domain/row.ts';
import type { ReminderKind } from '../../protocol/push.ts';

/** The tables, as kysely sees them. Numbers 0 and 1 stand for booleans, ISO 8601 text for times. */
export interface Schema {
  account: AccountTable;
  member: MemberTable;
  head: HeadTable;
  row: RowTable;
  history: HistoryTable;
  user: UserTable;
  session: SessionTable;
  credential: CredentialTable;
  verification: VerificationTable;
  attempt: AttemptTable;
  device: DeviceTable;
  pairing: PairingTable;
  app_password: AppPasswordTable;
  passkey: PasskeyTable;
  invitation: InvitationTable;
  deletion: DeletionTable;
  card_token: CardTokenTable;
  transcription: TranscriptionTable;
  calendar_feed: CalendarFeedTable;
  push_key: PushKeyTable;
  push_subscription: PushSubscriptionTable;
  reminder: ReminderTable;
  reminder_push: ReminderPushTable;
}

/** One owner's contacts, apart from everybody else's. */
export interface AccountTable {
  id: string;
  /** The newest of its heads. */
  head: string;
  /** The last sequence number given. */
  seq: Generated<number>;
}

/**
 * A name for each state that an account went through. A backup holds those up to its day: a device
 * with a later one knows more than the database (docs/sync.md S-15).
 */
export interface HeadTable {
  account_id: string;
  id: string;
}

export interface MemberTable {
  account_id: string;
  user_id: string;
  /** On this server: its owner invites. Everybody's account is their own. */
  role: 'owner' | 'member';
}

/** `stamp` is the commonest one; `stamps` lists the fields that have another, or is null (protocol/wire-row.ts). */
export interface RowTable {
  account_id: string;
  id: string;
  table: TableName;
  seq: number;
  stamp: string;
  values: string;
  stamps: string | null;
  deleted: number;
}

export interface HistoryTable {
  account_id: string;
  row_id: string;
  field: string;
  stamp: string;
  value: string;
  /** What it lost to; of an open value, what it is open against now (docs/sync.md S-13). */
  by_stamp: string;
  /** 1 while it is open. */
  unseen: number;
  received_at: string;
}

export interface UserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: number;
  image: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface SessionTable {
  id: string;
  userId: string;
  token: string;
  expiresAt: string;
  ipAddress: string | null;
  userAgent: string | null;
  /** The device that signed in, once it has said which it is. */
  deviceId: Generated<string | null>;
  createdAt: string;
  updatedAt: string;
}

/** better-auth calls it "account"; here that word is the tenant. */
export interface CredentialTable {
  id: string;
  userId: string;
  accountId: string;
  providerId: string;
  password: string | null;
}

export interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: string;
  createdAt: string;
  updatedAt: string;
}

/** How often something was tried (limits/attempts.ts). */
export interface AttemptTable {
  key: string;
  count: number;
  expires_at: number;
}

/** What the server knows of a device by itself; the row of that name is the people's. */
export interface DeviceTable {
  account_id: string;
  /** The one in its stamps. */
  id: string;
  name: string;
  last_sync_at: Generated<string | null>;
  /** When another device ended it, and what that one is called; null while it is signed in. */
  ended_at: Generated<string | null>;
  ended_by: Generated<string | null>;
}

export type PairingState = 'waiting' | 'claimed' | 'confirmed' | 'joined' | 'void';

/** A code by which one phone joins (docs/decisions/0017-devices.md). */
export interface PairingTable {
  account_id: string;
  id: string;
  user_id: string;
  /** Of the device that shows the code. */
  session_id: string;
  /** SHA-256, hexadecimal. */
  secret_hash: string;
  state: PairingState;
  expires_at: string;
  wrong_tries: Generated<number>;
  /** SHA-256 of the key that the joining phone holds. */
  joiner: Generated<string | null>;
  joiner_name: Generated<string | null>;
  nonce: Generated<string | null>;
}

export interface AppPasswordTable {
  account_id: string;
  id: string;
  user_id: string;
  name: string;
  scope: 'read' | 'address-book';
  /** SHA-256, hexadecimal. */
  secret_hash: string;
  created_at: string;
  last_used_at: Generated<string | null>;
}

export interface PasskeyTable {
  id: string;
  name: string | null;
  userId: string;
  credentialID: string;
  createdAt: string | Date | null;
}

/** Belongs to the account of who invites. */
export interface InvitationTable {
  account_id: string;
  id: string;
  email: string;
  /** SHA-256 of the link's token. */
  token_hash: string;
  created_at: string;
  expires_at: string;
  used_at: string | null;
}

/** The public page of which card a token opens, once that card says so itself (cards/find-card.ts). */
export interface CardTokenTable {
  token: string;
  account_id: string;
  profile_id: string;
}

/** That an account was deleted, and nothing of what it held. */
export interface DeletionTable {
  account_id: string;
  deleted_at: string;
  /** Null while its files may still lie there. */
  files_gone_at: string | null;
}

/** A recording that waits to be written down (docs/transcribe.md). Times are milliseconds since 1970. */
export interface TranscriptionTable {
  account_id: string;
  /** Of the row in the table `file`. */
  row_id: string;
  hash: string;
  waits_since: number;
  /** How often it was sent and nothing came of it. */
  attempts: Generated<number>;
  /** Not before; while it is claimed, when the claim ends by itself. */
  next_at: Generated<number>;
  /** Names the claim; null while nobody has it. */
  claimed_by: Generated<string | null>;
  /** Why it waits: a kind, never words of others. */
  problem: Generated<string | null>;
  /** The settings under which the service refused it for good: it is not sent again under the same. */
  refused_by: Generated<string | null>;
}

/** Where an account's calendar feed is (calendar/calendar-feeds.ts). */
export interface CalendarFeedTable {
  account_id: string;
  token: string;
  made_at: string;
}

/** The one key that pushes are signed with (RFC 8292), of all processes on this database. In base64url. */
export interface PushKeyTable {
  id: 1;
  public_key: string;
  private_key: string;
}

/** A device that reminders go to, by its session. */
export interface PushSubscriptionTable {
  account_id: string;
  session_id: string;
  endpoint: string;
  /** Of the endpoint, with its port where it has one. */
  host: string;
  /** In base64url. */
  p256dh: string;
  auth: string;
  /** Milliseconds since 1970. */
  since: number;
}

/** When an account is reminded next, as its preference says (docs/reminders.md). */
export interface ReminderTable {
  account_id: string;
  kind: ReminderKind;
  /** IANA, and `HH:MM` there. */
  zone: string;
  clock: string;
  /** The day of the next one, and its moment in milliseconds since 1970; null while it is off. */
  on_date: string;
  next_at: number | null;
  /** The last day that there was one: there is no other on it. */
  claimed_on: string | null;
}

/** A reminder on its way to one device. Times are milliseconds since 1970. */
export interface ReminderPushTable {
  account_id: string;
  session_id: string;
  kind: ReminderKind;
  on_date: string;
  host: string;
  due_at: number;
  /** Not before; while it is claimed, when the claim ends by itself. */
  next_at: number;
  attempts: Generated<number>;
  /** Names the claim; null while nobody has it. */
  claimed_by: Generated<string | null>;
  /** 1 from just before it goes out until its answer is known: it never goes out again. */
  started: Generated<number>;
}
