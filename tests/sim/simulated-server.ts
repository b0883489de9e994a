import * as z from 'zod/mini';
import { fileStateSchema } from '../../src/protocol/files.ts';
import { type SyncRequest, syncRequestSchema, syncResponseSchema } from '../../src/protocol/sync.ts';
import { protocolVersion } from '../../src/protocol/version.ts';
import type { SyncAnswer } from '../../src/server/storage/storage.ts';
import type { FileAnswer, FileName, FilePart, PartAnswer, SendOutcome } from '../../src/sync/ports.ts';
import { createMemoryFiles, type FilesSnapshot } from './memory-files.ts';
import { createMemoryStorage, type StorageSnapshot } from './memory-storage.ts';
import { drawUuid, type Random } from './random.ts';

interface Backup {
  readonly accountId: string;
  readonly sessions: ReadonlyMap<string, string>;
  readonly storage: StorageSnapshot;
  readonly files: FilesSnapshot;
}

const signedOut = { kind: 'signed-out' } as const;

/** A value by its place and its stamp. */
export const cellName = (rowId: string, field: string, stamp: string) => `${rowId} ${field} ${stamp}`;

/** The contact database with its accounts; everything but `isUp` is on its disk. */
export class SimulatedServer {
  isUp = true;
  /** Counts the times that it was killed. */
  life = 0;
  /** Counts the times that it was wiped or restored. */
  epoch = 0;
  readonly #random: Random;
  readonly #storage;
  readonly #files = createMemoryFiles();
  #accountId = '';
  #accounts = 0;
  #sessions = new Map<string, string>();
  readonly #backups: Backup[] = [];

  constructor(random: Random, pageRows: number) {
    this.#random = random;
    this.#storage = createMemoryStorage(() => drawUuid(random), { rows: pageRows, bytes: 1_000_000 });
    this.#beginAccount();
  }

  get accountId(): string {
    return this.#accountId;
  }

  /** Claims or signs in: answers the account that this device's session is of from now on. */
  signIn(device: string): string {
    this.#sessions.set(device, this.#accountId);
    return this.#accountId;
  }

  endSession(device: string): void {
    this.#sessions.delete(device);
  }

  kill(): void {
    this.isUp = false;
    this.life += 1;
  }

  /** What a route answers to this body. All of it happens at once, and is on disk then. */
  async answer(device: string, body: string): Promise<SendOutcome> {
    const request: SyncRequest = JSON.parse(body);
    this.#checkShape(syncRequestSchema, request);
    const { account, head, cursor, edits } = request;
    if (!this.#isSessionOf(device, account)) return signedOut;
    const receivedAt = '2026-01-02T03:04:05.000Z';
    const answer = await this.#storage.sync({
      accountId: account,
      device: request.device,
      head,
      cursor,
      edits,
      receivedAt,
    });
    const response = JSON.parse(answerToJson(answer));
    this.#checkShape(syncResponseSchema, response);
    return { kind: 'answered', response };
  }

  async readFileState(
    device: string,
    { account, hash }: FileName,
  ): Promise<Exclude<FileAnswer, { kind: 'damaged' }>> {
    if (!this.#isSessionOf(device, account)) return signedOut;
    const state = await this.#files.readState({ accountId: account, hash });
    this.#checkShape(fileStateSchema, state);
    return { kind: 'state', state };
  }

  async putPart(device: string, { account, hash }: FileName, part: FilePart): Promise<FileAnswer> {
    if (!this.#isSessionOf(device, account)) return signedOut;
    if (part.from + part.bytes.length > part.of) throw new Error('a part that ends behind its file');
    // A backup may be of any moment; few others are between a file's row and its last byte.
    if (this.#random.chance(0.1)) this.backUp();
    const outcome = await this.#files.put({ accountId: account, hash, ...part });
    if (outcome.kind === 'taken') {
      if (outcome.state.isComplete) await this.#storage.renewHead(account);
      return { kind: 'state', state: outcome.state };
    }
    return outcome.kind === 'damaged' ? outcome : { kind: 'failed' };
  }

  async getPart(
    device: string,
    { account, hash }: FileName,
    from: number,
    length: number,
  ): Promise<PartAnswer> {
    if (!this.#isSessionOf(device, account)) return signedOut;
    const bytes = await this.#files.read({ accountId: account, hash }, from, length);
    return bytes === undefined ? { kind: 'missing' } : { kind: 'part', bytes: new Uint8Array(bytes) };
  }

  backUp(): void {
    const storage = this.#storage.snapshot();
    const files = this.#files.snapshot();
    this.#backups.push({ accountId: this.#accountId, sessions: new Map(this.#sessions), storage, files });
  }

  /** False when there is no backup. */
  restore(): boolean {
    const backup = this.#random.pick(this.#backups);
    if (backup === undefined) return false;
    this.#storage.restore(backup.storage);
    this.#files.restore(backup.files);
    this.#accountId = backup.accountId;
    this.#sessions = new Map(backup.sessions);
    this.epoch += 1;
    return true;
  }

  /** Somebody claims it anew. */
  wipe(): void {
    this.#storage.restore(new Map());
    this.#files.restore(new Map());
    this.#sessions.clear();
    this.#beginAccount();
    this.epoch += 1;
  }

  listRows() {
    return this.#storage.listRows(this.#accountId);
  }

  findValue(rowId: string, field: string, stamp: string) {
    return this.#storage.findValue(this.#accountId, rowId, field, stamp);
  }

  /** Every value that is in it, by name. */
  listCells(): Set<string> {
    const cells = new Set<string>();
    for (const { id, stamps } of this.listRows())
      for (const [field, stamp] of Object.entries(stamps)) cells.add(cellName(id, field, stamp));
    for (const { rowId, field, stamp } of this.#storage.listHistory(this.#accountId))
      cells.add(cellName(rowId, field, stamp));
    return cells;
  }

  /** The hashes of the files of which it has all bytes. */
  listFiles(): Set<string> {
    return new Set(this.#files.listComplete(this.#accountId));
  }

  /** Losers to present values, whose winners' authors had not seen them. */
  listConflicts() {
    const rows = new Map(this.listRows().map((row) => [row.id, row]));
    return this.#storage
      .listHistory(this.#accountId)
      .filter(({ rowId, field, by, unseen }) => unseen && rows.get(rowId)?.stamps[field] === by);
  }

  /** Changes with every change of a row or of what lost in it, and with every file that is complete. */
  readState(): string {
    return JSON.stringify([this.#storage.readHead(this.#accountId), [...this.listFiles()]]);
  }

  #isSessionOf(device: string, account: string): boolean {
    return this.#sessions.get(device) === account && account === this.#accountId;
  }

  #beginAccount(): void {
    this.#accounts += 1;
    this.#accountId = `account-${this.#accounts}`;
    this.#storage.createAccount(this.#accountId);
  }

  /** Of some, since it takes its time: what is sent is what the protocol says (S-19). */
  #checkShape(schema: z.ZodMiniType, body: unknown): void {
    if (this.#random.chance(0.05)) z.parse(schema, body);
  }
}

function answerToJson({ rows, ...rest }: SyncAnswer): string {
  const head = JSON.stringify({ protocol: protocolVersion, ...rest });
  return `${head.slice(0, -1)},"rows":[${rows.join(',')}]}`;
}
