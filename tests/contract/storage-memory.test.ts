import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Json } from '../../src/domain/json.ts';
import type { Edit, FieldStamps } from '../../src/domain/row.ts';
import { insertAccount } from '../../src/server/storage/insert-account.ts';
import { openSqlite } from '../../src/server/storage/sqlite/open-sqlite.ts';
import type { SyncAnswer } from '../../src/server/storage/storage.ts';
import { createMemoryStorage } from '../sim/memory-storage.ts';
import { createRandom, type Random } from '../sim/random.ts';
import { Device, idOf, laptop, phone, rowsIn, stampAt } from './storage-fixture.ts';

const receivedAt = '2026-01-02T03:04:05.000Z';

/** Few rows and few stamps, so that edits meet; some are bad, and long notes fill a page. */
function drawEdit(random: Random): Edit {
  const id = idOf(random.between(1, 12));
  const stamp = stampAt(random.between(1, 60), random.pick([phone, laptop]));
  const isNote = random.chance(0.2);
  const values: Record<string, Json> = {};
  if (isNote) values['text'] = 'x'.repeat(random.chance(0.3) ? 150_000 : 3);
  else values[random.pick(['name', 'company', 'phone/aaaaaaaa']) ?? 'name'] = drawValue(random);
  if (random.chance(0.1)) values['deleted'] = random.chance(0.5) ? null : { [phone]: stampAt(5) };
  const replaces: FieldStamps = { name: stampAt(random.between(1, 60)) };
  const edit = { table: isNote ? ('note' as const) : ('person' as const), id, stamp, values };
  if (random.chance(0.5)) return edit;
  const settles = Array.from({ length: random.below(3) }, () => ({
    field: random.pick(['name', 'company']) ?? 'name',
    stamp: stampAt(random.between(1, 60), random.pick([phone, laptop])),
  }));
  return random.chance(0.3) ? { ...edit, replaces } : { ...edit, replaces, settles };
}

const drawValue = (random: Random): Json =>
  random.pick<Json>([`n${random.below(4)}`, { typed: '1' }, { typed: '2' }, null, 7]) ?? null;

/** What an answer says, apart from the heads, which each database draws for itself. */
function comparable({ head: _, rows, ...rest }: SyncAnswer) {
  return { ...rest, rows: rowsIn({ ...rest, head: '', rows }) };
}

test.each([1, 2, 3, 4, 5, 6])(
  'S-8 S-9 S-10 S-13 S-15 memory answers as SQLite does, whatever comes (seed %i)',
  async (seed) => {
    const random = createRandom(seed);
    const folder = await mkdtemp(join(tmpdir(), 'justmet-memory-'));
    const { db, storage: sqlite } = await openSqlite(join(folder, 'contacts.sqlite'), randomUUID);
    const memory = createMemoryStorage(randomUUID);
    await db.transaction().execute((trx) => insertAccount(trx, 'one', randomUUID()));
    memory.createAccount('one');
    const devices = [0, 1, 2].map(() => ({
      sqlite: new Device(sqlite, 'one'),
      memory: new Device(memory, 'one'),
    }));
    for (let round = 0; round < 60; round += 1) {
      const device = devices[random.below(3)];
      if (device === undefined) continue;
      const edits = Array.from({ length: random.below(6) }, () => drawEdit(random));
      // A head that nobody gave: the database was restored.
      const lost = random.chance(0.05) ? { head: randomUUID() } : {};
      const [expected, answer] = [
        await device.sqlite.sync(edits, { receivedAt, ...lost }),
        await device.memory.sync(edits, { receivedAt, ...lost }),
      ];
      expect(comparable(answer)).toEqual(comparable(expected));
    }
    const history = await db.selectFrom('history').selectAll().execute();
    const kept = history.map((entry) => [
      entry.row_id,
      entry.field,
      entry.stamp,
      JSON.parse(entry.value),
      entry.by_stamp,
      entry.unseen === 1,
    ]);
    const remembered = memory
      .listHistory('one')
      .map(({ rowId, field, stamp, value, by, unseen }) => [rowId, field, stamp, value, by, unseen]);
    expect(new Set(remembered.map((entry) => JSON.stringify(entry)))).toEqual(
      new Set(kept.map((entry) => JSON.stringify(entry))),
    );
    expect(history.length).toBeGreaterThan(10);
    const fresh = await new Device(sqlite, 'one').pullAll();
    expect(new Set(memory.listRows('one').map((row) => JSON.stringify(byField(row))))).toEqual(
      new Set(fresh.map((row) => JSON.stringify(byField(row)))),
    );
    await sqlite.close();
    await rm(folder, { recursive: true, force: true });
  },
);

function byField(row: { id: string; table: string; values: object; stamps: object }) {
  const sorted = (members: object) => Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1));
  return [row.table, row.id, sorted(row.values), sorted(row.stamps)];
}
