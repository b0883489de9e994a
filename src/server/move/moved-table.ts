/** A table that both databases have. */
export interface MovedTable {
  readonly name: string;
  /** In the order of the source. */
  readonly columns: readonly MovedColumn[];
  /** The columns of its primary key, by which its rows are put in order. */
  readonly key: readonly string[];
}

export interface MovedColumn {
  readonly name: string;
  /** As PostgreSQL calls it: `text`, `int8`, `bool`, `timestamptz`. */
  readonly type: string;
}

/** What was counted and read of a table at one end. */
export interface TableEnd {
  readonly rows: number;
  /** SHA-256 over its rows in order, hexadecimal. */
  readonly sha256: string;
}

export interface ComparedTable {
  readonly name: string;
  readonly source: TableEnd;
  readonly target: TableEnd;
}

/** A name as SQL takes it, on both databases. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function quoteColumns({ columns }: MovedTable): string {
  return columns.map(({ name }) => quoteName(name)).join(', ');
}
