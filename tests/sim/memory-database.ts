import type { JustmetDatabase } from '../../src/store/database.ts';
import { MemoryCollection, type TableAccess, textAt } from './memory-collection.ts';
import {
  type Claim,
  type DiskChange,
  type DiskTableName,
  diskTableNames,
  type MemoryDisk,
  primaryPaths,
} from './memory-disk.ts';

/** What decides when an operation goes on, and what becomes of it. */
export interface DatabaseConditions {
  /** Whose transactions these are: they end with it. */
  readonly owner: object;
  /** Resolves when the operation goes on; never, once its tab is gone. */
  readonly step: () => Promise<void>;
  /** Why nothing can be written just now. */
  readonly findWriteError?: () => Error | undefined;
  readonly onCommit?: (changes: readonly DiskChange[]) => void;
}

/**
 * A stand-in for `JustmetDatabase` in memory: as much of Dexie as the store uses, which no type can tell
 * from all of Dexie; the contract suite of the sync store holds it to that. One handle is for
 * one thing at a time (an action, the engine), since it has no zones to tell two transactions apart.
 */
export function openMemoryDatabase(disk: MemoryDisk, conditions: DatabaseConditions): JustmetDatabase {
  return new MemoryDatabase(disk, conditions) as unknown as JustmetDatabase;
}

interface OpenTransaction {
  readonly claim: Claim;
  /** Operations that have not answered yet. */
  pending: number;
  error: unknown;
}

class MemoryDatabase {
  readonly disk: MemoryDisk;
  readonly #conditions: DatabaseConditions;
  readonly #tables: ReadonlyMap<DiskTableName, MemoryTable>;
  #current: OpenTransaction | undefined;
  #isBusy = false;

  constructor(disk: MemoryDisk, conditions: DatabaseConditions) {
    this.disk = disk;
    this.#conditions = conditions;
    this.#tables = new Map(diskTableNames.map((name) => [name, new MemoryTable(this, name)]));
    // Dexie has each table under its name, too.
    Object.assign(this, Object.fromEntries(this.#tables));
  }

  rows(name: DiskTableName): MemoryTable {
    const table = this.#tables.get(name);
    if (table === undefined) throw new Error(`there is no table ${name}`);
    return table;
  }

  rowTables(): MemoryTable[] {
    const apart: readonly DiskTableName[] = ['draft', 'piece'];
    return diskTableNames.filter((name) => !apart.includes(name)).map((name) => this.rows(name));
  }

  async transaction(mode: string, ...parts: readonly unknown[]): Promise<unknown> {
    if (this.#isBusy) throw new Error('two transactions on one handle');
    this.#isBusy = true;
    const work = parts.at(-1) as (transaction: unknown) => Promise<unknown>;
    const tables = parts.slice(0, -1).flat() as MemoryTable[];
    const names = tables.map(({ name }) => name);
    const claim = await this.disk.claim(this.#conditions.owner, names, mode === 'rw');
    const current: OpenTransaction = { claim, pending: 0, error: undefined };
    this.#current = current;
    try {
      const result = await work({ idbtrans: undefined });
      await this.#awaitOperations(current);
      if (current.error !== undefined) throw current.error;
      await this.#conditions.step();
      this.#commit(claim);
      this.#close();
      await this.#conditions.step();
      return result;
    } catch (error) {
      current.error ??= error;
      this.disk.rollBack(claim);
      await this.#awaitOperations(current);
      this.#close();
      throw error;
    }
  }

  /** One operation: within the open transaction, or in one of its own. It takes effect at once and answers later. */
  async operate<T>(table: DiskTableName, isWrite: boolean, work: (claim: Claim) => T): Promise<T> {
    const current = this.#current;
    if (current === undefined) return this.#operateAlone(table, isWrite, work);
    current.pending += 1;
    try {
      if (current.error !== undefined) throw current.error;
      if (!current.claim.tables.includes(table) || (isWrite && !current.claim.isWrite))
        throw new Error(`the transaction does not hold ${table}`);
      const result = work(current.claim);
      await this.#conditions.step();
      return result;
    } catch (error) {
      // What IndexedDB could not write aborts the whole transaction, whoever catches the error.
      current.error ??= error;
      throw error;
    } finally {
      current.pending -= 1;
    }
  }

  write(claim: Claim, table: DiskTableName, key: string, value: unknown): void {
    const error = this.#conditions.findWriteError?.();
    if (error !== undefined) throw error;
    this.disk.write(claim, table, key, value);
  }

  async #operateAlone<T>(table: DiskTableName, isWrite: boolean, work: (claim: Claim) => T): Promise<T> {
    const claim = await this.disk.claim(this.#conditions.owner, [table], isWrite);
    try {
      const result = work(claim);
      await this.#conditions.step();
      this.#commit(claim);
      await this.#conditions.step();
      return result;
    } catch (error) {
      this.disk.rollBack(claim);
      throw error;
    }
  }

  #commit(claim: Claim): void {
    const isWritten = claim.changes.length > 0;
    const error = isWritten ? this.#conditions.findWriteError?.() : undefined;
    if (error !== undefined) throw error;
    const changes = this.disk.commit(claim);
    if (isWritten) this.#conditions.onCommit?.(changes);
  }

  /** Those that were started beside each other, and what follows from them, have come to their end. */
  async #awaitOperations(current: OpenTransaction): Promise<void> {
    for (let quiet = 0; quiet < 2; quiet += 1) {
      while (current.pending > 0) {
        quiet = 0;
        await this.#conditions.step();
      }
      if (current.error !== undefined) await this.#conditions.step();
    }
  }

  #close(): void {
    this.#current = undefined;
    this.#isBusy = false;
  }
}

/** As much of Dexie's Table as the store uses. */
class MemoryTable implements TableAccess {
  readonly name: DiskTableName;
  readonly primaryPath: string;
  readonly #db: MemoryDatabase;

  constructor(db: MemoryDatabase, name: DiskTableName) {
    this.#db = db;
    this.name = name;
    this.primaryPath = primaryPaths[name];
  }

  read<T>(work: (records: ReadonlyMap<string, unknown>) => T): Promise<T> {
    return this.#db.operate(this.name, false, () => work(this.#db.disk.records(this.name)));
  }

  deleteAll(work: (records: ReadonlyMap<string, unknown>) => readonly string[]): Promise<number> {
    return this.#write((claim) => {
      const keys = work(this.#db.disk.records(this.name));
      for (const key of keys) this.#db.write(claim, this.name, key, undefined);
      return keys.length;
    });
  }

  get(key: string): Promise<unknown> {
    return this.read((records) => records.get(key));
  }

  bulkGet(keys: readonly string[]): Promise<unknown[]> {
    return this.read((records) => keys.map((key) => records.get(key)));
  }

  put(value: unknown): Promise<void> {
    return this.bulkPut([value]);
  }

  bulkPut(values: readonly unknown[]): Promise<void> {
    return this.#write((claim) => {
      for (const value of values)
        this.#db.write(claim, this.name, textAt(value, this.primaryPath) ?? '', value);
    });
  }

  async delete(key: string): Promise<void> {
    await this.bulkDelete([key]);
  }

  async bulkDelete(keys: readonly string[]): Promise<void> {
    await this.deleteAll((records) => keys.filter((key) => records.has(key)));
  }

  async clear(): Promise<void> {
    await this.deleteAll((records) => [...records.keys()]);
  }

  count(): Promise<number> {
    return this.toCollection().count();
  }

  toArray(): Promise<unknown[]> {
    return this.toCollection().toArray();
  }

  limit(limit: number): MemoryCollection {
    return this.toCollection().limit(limit);
  }

  toCollection(): MemoryCollection {
    return this.orderBy(this.primaryPath);
  }

  orderBy(path: string): MemoryCollection {
    return new MemoryCollection(this, path);
  }

  where(path: string) {
    const within = (isWithin: (key: string) => boolean) => new MemoryCollection(this, path, { isWithin });
    return {
      equals: (value: string) => within((key) => key === value),
      anyOf: (values: readonly string[]) => within((key) => values.includes(key)),
      aboveOrEqual: (least: string) => within((key) => key >= least),
      above: (least: string) => within((key) => key > least),
      belowOrEqual: (most: string) => within((key) => key <= most),
      startsWith: (prefix: string) => within((key) => key.startsWith(prefix)),
      between: (least: string, most: string, includesLeast = true, includesMost = false) =>
        within(
          (key) => (includesLeast ? key >= least : key > least) && (includesMost ? key <= most : key < most),
        ),
    };
  }

  #write<T>(work: (claim: Claim) => T): Promise<T> {
    return this.#db.operate(this.name, true, work);
  }
}
