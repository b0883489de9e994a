/** A record as a query sees it: under a key of an index, and under its primary key. */
interface IndexEntry {
  readonly key: string;
  readonly primary: string;
  readonly value: unknown;
}

/** How a collection reaches its table: each call is one operation of the current transaction. */
export interface TableAccess {
  readonly primaryPath: string;
  read<T>(work: (records: ReadonlyMap<string, unknown>) => T): Promise<T>;
  deleteAll(work: (records: ReadonlyMap<string, unknown>) => readonly string[]): Promise<number>;
}

interface Selection {
  readonly path: string;
  readonly isWithin: (key: string) => boolean;
  readonly isReversed: boolean;
  readonly limit: number;
  readonly isMatch: (value: never) => boolean;
}

/** As much of Dexie's Collection as the store uses. */
export class MemoryCollection {
  readonly #access: TableAccess;
  readonly #selection: Selection;

  constructor(access: TableAccess, path: string, more: Partial<Selection> = {}) {
    this.#access = access;
    const all = { isWithin: () => true, isReversed: false, limit: Number.POSITIVE_INFINITY };
    this.#selection = { path, ...all, isMatch: () => true, ...more };
  }

  reverse(): MemoryCollection {
    return this.#with({ isReversed: !this.#selection.isReversed });
  }

  limit(limit: number): MemoryCollection {
    return this.#with({ limit });
  }

  filter(isMatch: (value: never) => boolean): MemoryCollection {
    return this.#with({ isMatch });
  }

  toArray(): Promise<unknown[]> {
    return this.#access.read((records) => this.#select(records).map(({ value }) => value));
  }

  first(): Promise<unknown> {
    return this.#access.read((records) => this.#select(records)[0]?.value);
  }

  count(): Promise<number> {
    return this.#access.read((records) => this.#select(records).length);
  }

  primaryKeys(): Promise<string[]> {
    return this.#access.read((records) => this.#select(records).map(({ primary }) => primary));
  }

  uniqueKeys(): Promise<string[]> {
    const { limit } = this.#selection;
    const all = this.#with({ limit: Number.POSITIVE_INFINITY });
    return this.#access.read((records) => {
      const keys = new Set(all.#select(records).map(({ key }) => key));
      return [...keys].slice(0, limit);
    });
  }

  sortBy(path: string): Promise<unknown[]> {
    const sign = this.#selection.isReversed ? -1 : 1;
    return this.#access.read((records) =>
      this.#select(records)
        .map(({ value }) => value)
        .sort((a, b) => sign * compareText(textAt(a, path) ?? '', textAt(b, path) ?? '')),
    );
  }

  delete(): Promise<number> {
    return this.#access.deleteAll((records) => this.#select(records).map(({ primary }) => primary));
  }

  #with(more: Partial<Selection>): MemoryCollection {
    return new MemoryCollection(this.#access, this.#selection.path, { ...this.#selection, ...more });
  }

  #select(records: ReadonlyMap<string, unknown>): IndexEntry[] {
    const { path, isWithin, isReversed, limit, isMatch } = this.#selection;
    const isPrimary = path === this.#access.primaryPath;
    const entries: IndexEntry[] = [];
    for (const [primary, value] of records) {
      // A record without the key is not in the index.
      const key = isPrimary ? primary : textAt(value, path);
      if (key !== undefined && isWithin(key) && isMatch(value as never))
        entries.push({ key, primary, value });
    }
    entries.sort((a, b) => compareText(a.key, b.key) || compareText(a.primary, b.primary));
    if (isReversed) entries.reverse();
    return entries.length > limit ? entries.slice(0, limit) : entries;
  }
}

/** The text at a dotted path, or at those of a compound one, as in an index's name. */
export function textAt(value: unknown, path: string): string | undefined {
  if (path.startsWith('[')) {
    const parts = path.slice(1, -1).split('+');
    return parts.map((part) => textAt(value, part) ?? '').join(' ');
  }
  let found: unknown = value;
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<string, unknown>)[name];
  }
  return typeof found === 'string' ? found : undefined;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
