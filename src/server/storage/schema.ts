import type { Generated } from 'kysely';
import type { TableName } from '../../domain/row.ts';

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
  role: 'owner';
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
  by_stamp: string;
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
