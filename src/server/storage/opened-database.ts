import type { Kysely } from 'kysely';
import type { DialectName } from './dialect.ts';
import type { Schema } from './schema.ts';
import type { Storage } from './storage.ts';

/** The database was written by a newer version, which must not be guessed at. */
export class NewerDatabaseError extends Error {}

/** How the processes on one database tell each other that sessions have ended. */
export interface SessionNews {
  /** Resolves when all have been told. */
  tellEnded(): Promise<void>;
  /** Calls back when another process has told, or may have. */
  hearEnded(onEnded: () => void): void;
  /** False while something may be missed. */
  isHearing(): boolean;
}

export interface OpenedDatabase {
  readonly dialect: DialectName;
  readonly db: Kysely<Schema>;
  readonly storage: Storage;
  /** Undefined where one process has the database for itself. */
  readonly sessionNews: SessionNews | undefined;
}
