export const primaryPaths = {
  person: 'id',
  note: 'id',
  occasion: 'id',
  touch: 'id',
  profile: 'id',
  template: 'id',
  visitor: 'id',
  preference: 'id',
  stale: 'id',
  file: 'id',
  device: 'id',
  earlier: '[row+field+stamp]',
  content: 'id',
  piece: 'key',
  outbox: 'stamp',
  parked: 'stamp',
  draft: 'id',
  recording: 'id',
  meta: 'key',
} as const;

export type DiskTableName = keyof typeof primaryPaths;
export const diskTableNames = Object.keys(primaryPaths) as DiskTableName[];

/** One record that a transaction wrote. */
export interface DiskChange {
  readonly table: DiskTableName;
  readonly key: string;
  /** Undefined where there was none. */
  readonly before: unknown;
}

/** A transaction's hold on its tables. */
export interface Claim {
  readonly owner: object;
  readonly tables: readonly DiskTableName[];
  readonly isWrite: boolean;
  /** First write first; each key as often as it was written. */
  readonly changes: DiskChange[];
}

interface WaitingClaim extends Claim {
  isRunning: boolean;
  readonly start: () => void;
}

/**
 * What one device has on its disk, whoever has it open. Transactions over the same tables take turns
 * as IndexedDB's do: a writer waits for everybody before it, and everybody behind waits for the writer.
 */
export class MemoryDisk {
  readonly tables: ReadonlyMap<DiskTableName, Map<string, unknown>>;
  #claims: WaitingClaim[] = [];

  /** `tables`: those of another disk, to look at it without taking turns. */
  constructor(tables?: MemoryDisk['tables']) {
    this.tables = tables ?? new Map(diskTableNames.map((name) => [name, new Map<string, unknown>()]));
  }

  records(table: DiskTableName): Map<string, unknown> {
    const records = this.tables.get(table);
    if (records === undefined) throw new Error(`there is no table ${table}`);
    return records;
  }

  /** Resolves when the transaction may begin. */
  claim(owner: object, tables: readonly DiskTableName[], isWrite: boolean): Promise<Claim> {
    return new Promise((resolve) => {
      const claim: WaitingClaim = {
        owner,
        tables,
        isWrite,
        changes: [],
        isRunning: false,
        start: () => resolve(claim),
      };
      this.#claims.push(claim);
      this.#startThoseNext();
    });
  }

  write(claim: Claim, table: DiskTableName, key: string, value: unknown): void {
    const records = this.records(table);
    claim.changes.push({ table, key, before: records.get(key) });
    if (value === undefined) records.delete(key);
    else records.set(key, value);
  }

  /** What was written stays. Answers what it was, each key once. */
  commit(claim: Claim): DiskChange[] {
    const changes = new Map<string, DiskChange>();
    for (const change of claim.changes) {
      const name = `${change.table} ${change.key}`;
      if (!changes.has(name)) changes.set(name, change);
    }
    this.#release((other) => other === claim);
    return [...changes.values()];
  }

  rollBack(claim: Claim): void {
    this.#undo(claim);
    this.#release((other) => other === claim);
  }

  /** Whoever had these transactions open is gone. */
  abandon(owner: object): void {
    for (const claim of this.#claims) if (claim.owner === owner) this.#undo(claim);
    this.#release((claim) => claim.owner === owner);
  }

  /** True while nothing is written and not committed. */
  isSettled(): boolean {
    return this.#claims.every((claim) => claim.changes.length === 0);
  }

  #undo(claim: Claim): void {
    for (const { table, key, before } of claim.changes.splice(0).reverse()) {
      if (before === undefined) this.records(table).delete(key);
      else this.records(table).set(key, before);
    }
  }

  #release(isGone: (claim: Claim) => boolean): void {
    this.#claims = this.#claims.filter((claim) => !isGone(claim));
    this.#startThoseNext();
  }

  #startThoseNext(): void {
    for (const [place, claim] of this.#claims.entries()) {
      if (claim.isRunning || this.#claims.slice(0, place).some((before) => isInTheWay(before, claim)))
        continue;
      claim.isRunning = true;
      claim.start();
    }
  }
}

function isInTheWay(a: Claim, b: Claim): boolean {
  return (a.isWrite || b.isWrite) && a.tables.some((table) => b.tables.includes(table));
}
