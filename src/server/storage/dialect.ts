import { type RawBuilder, sql } from 'kysely';

export type DialectName = 'sqlite' | 'postgres';

/** What the two databases call the same thing, for migrations that both run. */
export interface DialectWords {
  /** After the closing bracket of `create table`: SQLite checks column types only then. */
  readonly strict: RawBuilder<unknown>;
  /** The same, for a table whose primary key is all that it is read by. */
  readonly strictWithoutRowid: RawBuilder<unknown>;
  /** An integer that may pass two billion. */
  readonly bigint: RawBuilder<unknown>;
  /** As better-auth keeps its own: 0 and 1, or a boolean. */
  readonly boolean: RawBuilder<unknown>;
  /** As better-auth keeps its own: ISO 8601 text, or a time. */
  readonly time: RawBuilder<unknown>;
  /** After a column of text: sorted by its bytes, whatever language the database was made for. */
  readonly byBytes: RawBuilder<unknown>;
  /** After a column of JSON text: what makes its members readable with `->>`. */
  readonly asJson: RawBuilder<unknown>;
  /** The type that a JSON number is read as; nothing where `->>` gives a number by itself. */
  readonly asNumber: RawBuilder<unknown>;
}

export function dialectWords(dialect: DialectName): DialectWords {
  const isSqlite = dialect === 'sqlite';
  return {
    strict: sql.raw(isSqlite ? 'strict' : ''),
    strictWithoutRowid: sql.raw(isSqlite ? 'strict, without rowid' : ''),
    bigint: sql.raw(isSqlite ? 'integer' : 'bigint'),
    boolean: sql.raw(isSqlite ? 'integer' : 'boolean'),
    time: sql.raw(isSqlite ? 'text' : 'timestamptz'),
    byBytes: sql.raw(isSqlite ? '' : 'collate "C"'),
    asJson: sql.raw(isSqlite ? '' : '::json'),
    asNumber: sql.raw(isSqlite ? '' : '::bigint'),
  };
}
