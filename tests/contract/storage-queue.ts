import { expect, it } from 'vitest';
import type { Json } from '../../src/domain/json.ts';
import { tombstoneOf } from '../../src/domain/tombstone.ts';
import { type WireRow, wireRowSchema } from '../../src/protocol/wire-row.ts';
import { type ClaimedRecording, mostRefusals } from '../../src/server/transcription/open-queue.ts';
import { writeWords } from '../../src/server/transcription/write-words.ts';
import { freshStorage } from './fresh-storage.ts';
import { Device, editOf, idOf, type OpenedStorage, stampAt } from './storage-fixture.ts';

const hash = 'a'.repeat(64);

/** Recordings that wait to be written down, and how they are. */
export function describeQueue(open: () => Promise<OpenedStorage>): void {
  const used = freshStorage(open);
  const file = (n: number, ms: number, values: Record<string, Json>) =>
    editOf(n, stampAt(ms), values, { table: 'file' });
  const recording = (n: number, ms = n) => file(n, ms, { kind: 'recording', hash, type: 'audio/webm' });
  const waitingIds = async () =>
    (await used.query('select row_id from transcription order by row_id')).map((row) => row['row_id']);
  const claim = (nowMs = 10, untilMs = 100) => used.queue.claim(nowMs, untilMs);
  const claimed = async (nowMs = 10, untilMs = 100): Promise<ClaimedRecording> => {
    const found = await claim(nowMs, untilMs);
    if (found === undefined) throw new Error('Nothing is due');
    return found;
  };
  /** All that are due, one after the other; more than there are here would go on without an end. */
  const claimAll = async (): Promise<ClaimedRecording[]> => {
    const all: ClaimedRecording[] = [];
    for (let next = await claim(); next !== undefined && all.length < 20; next = await claim())
      all.push(next);
    return all;
  };
  const rowOf = async (n: number): Promise<WireRow> => {
    const { rows } = await new Device(used.storage, used.accountId).sync();
    const found = rows.map((text) => wireRowSchema.parse(JSON.parse(text))).find(({ id }) => id === idOf(n));
    if (found === undefined) throw new Error('There is no such row');
    return found;
  };
  const write = (one: ClaimedRecording, row: WireRow, text: string) =>
    writeWords(
      { db: used.db, storage: used.storage, config: { language: 'en' }, now: () => new Date(50) },
      one,
      row,
      text,
    );

  it('a recording waits from when its row is written until its words are, or it is deleted', async () => {
    await used.device.sync([
      recording(1),
      recording(2),
      file(3, 3, { kind: 'picture', hash, type: 'image/jpeg' }),
      editOf(4, stampAt(4), { name: 'Dana' }),
    ]);
    expect(await waitingIds()).toEqual([idOf(1), idOf(2)]);
    await used.device.sync([file(1, 10, { heardByServer: '' })]);
    expect(await waitingIds()).toEqual([idOf(2)]);
    const [row] = (await used.device.pullAll()).filter(({ id }) => id === idOf(2));
    await used.device.sync([file(2, 11, { deleted: tombstoneOf(row?.stamps ?? {}) })]);
    expect(await waitingIds()).toEqual([]);
    await used.device.sync([file(2, 12, { deleted: null }), file(1, 13, { heardByServer: null })]);
    expect(await waitingIds()).toEqual([idOf(1), idOf(2)]);
  });

  it('an edit that is not wanted by then is left out, and changes nothing', async () => {
    await used.device.sync([recording(1)]);
    const before = await used.query('select seq, head from account');
    const edits = [file(1, 9, { heardByServer: 'words' })];
    const answer = await used.device.sync(edits, { isWanted: () => false });
    expect([answer.acknowledged, answer.refused]).toEqual([[], []]);
    expect(await used.query('select seq, head from account')).toEqual(before);
    let seen: WireRow | undefined;
    const isWanted = (row: WireRow | undefined) => {
      seen = row;
      return true;
    };
    expect((await used.device.sync(edits, { isWanted })).acknowledged).toEqual([stampAt(9)]);
    expect(seen).toMatchObject({ id: idOf(1), values: { hash } });
  });

  it('two that have words for one recording write once, as one edit that takes it out of the queue', async () => {
    await used.device.sync([recording(1)]);
    const row = await rowOf(1);
    const one = await claimed(10, 20);
    // The first was too slow: the claim has ended.
    const other = await claimed(30, 60);
    const outcomes = await Promise.all([write(one, row, 'first'), write(other, row, 'second')]);
    expect([...outcomes].sort()).toEqual(['not-wanted', 'written']);
    const text = outcomes[0] === 'written' ? 'first' : 'second';
    expect((await rowOf(1)).values['heardByServer']).toBe(text);
    expect(await waitingIds()).toEqual([]);
    expect(await used.query('select * from history')).toEqual([]);
    expect(await used.query('select seq from account')).toEqual([{ seq: 2 }]);
  });

  it('words win over a null that a device with a fast clock wrote, and are heard of', async () => {
    await used.device.sync([recording(1), file(1, 900_000, { heardByServer: null })]);
    const heard: string[] = [];
    used.watch(({ device }) => heard.push(device));
    expect(await write(await claimed(), await rowOf(1), 'words')).toBe('written');
    expect((await rowOf(1)).values['heardByServer']).toBe('words');
    expect(heard).toEqual(['writesdown']);
    expect(await waitingIds()).toEqual([]);
  });

  it('words of other bytes, and of what was deleted, are not written', async () => {
    await used.device.sync([recording(1), recording(2)]);
    const both = [await claimed(), await claimed()];
    const rows = [await rowOf(1), await rowOf(2)];
    const [, second] = await used.device.pullAll();
    await used.device.sync([
      file(1, 10, { hash: 'b'.repeat(64) }),
      file(2, 11, { deleted: tombstoneOf(second?.stamps ?? {}) }),
    ]);
    for (const one of both) {
      const row = rows.find(({ id }) => id === one.rowId);
      if (row !== undefined) expect(await write(one, row, 'words')).toBe('not-wanted');
    }
    expect(
      await write({ ...both[0], accountId: 'nobody' } as ClaimedRecording, rows[0] as WireRow, 'x'),
    ).toBe('not-wanted');
    expect(await waitingIds()).toEqual([idOf(1)]);
  });

  it('however many claim at once, each recording is claimed once, until its claim ends', async () => {
    await used.device.sync([1, 2, 3, 4, 5].map((n) => recording(n)));
    const all = (await Promise.all(Array.from({ length: 12 }, () => claim()))).flatMap((one) => one ?? []);
    // One that another is just claiming is passed over, and is there for the next.
    all.push(...(await claimAll()));
    expect(all.map(({ rowId }) => rowId).sort()).toEqual([1, 2, 3, 4, 5].map(idOf));
    const [kept, slow] = all;
    if (kept === undefined || slow === undefined) throw new Error('Nothing was claimed');
    expect(await used.queue.keep(kept, 1_000)).toBe(true);
    expect(await used.queue.nextAt()).toBe(100);
    const again = [
      await claim(100, 900),
      await claim(100, 900),
      await claim(100, 900),
      await claim(100, 900),
    ];
    expect(again.map((one) => one?.rowId)).not.toContain(kept.rowId);
    expect(await claim(100)).toBeUndefined();
    expect(await used.queue.keep(slow, 2_000)).toBe(false);
    await used.queue.putBack(slow, { nextAt: 0, attempts: 9, problem: 'late' });
    await used.queue.drop(slow);
    expect(await claim(100)).toBeUndefined();
    expect(await waitingIds()).toHaveLength(5);
  });

  it('accounts take turns, whoever has more', async () => {
    const stranger = await used.createAccount();
    await used.device.sync([1, 2, 3, 4].map((n) => recording(n)));
    await new Device(used.storage, stranger).sync([recording(8), recording(9)]);
    const order = (await claimAll()).map(({ accountId }) => accountId);
    const [mine, theirs] = [used.accountId, stranger];
    expect(order.slice(0, 4).sort()).toEqual([mine, mine, theirs, theirs].sort());
    expect(order[0]).not.toBe(order[1]);
    expect(order.slice(4)).toEqual([mine, mine]);
  });

  it('what was put back waits until then, and the tried go behind the others', async () => {
    await used.device.sync([recording(1), recording(2)]);
    const first = await claimed();
    await used.queue.putBack(first, { nextAt: 50, attempts: first.attempts + 1, problem: 'failed' });
    expect((await claimed()).rowId).not.toBe(first.rowId);
    expect(await claim(49)).toBeUndefined();
    expect(await claimed(50)).toMatchObject({ rowId: first.rowId, attempts: 1 });
  });

  it('bytes that arrive make what waited for them due, and nothing else', async () => {
    await used.device.sync([recording(1), recording(2)]);
    const [first, second] = [await claimed(), await claimed()];
    await used.queue.putBack(first, { nextAt: 1_000, attempts: 0, problem: 'no-bytes' });
    await used.queue.putBack(second, { nextAt: 1_000, attempts: 3, problem: 'failed' });
    await used.queue.bytesArrived(used.accountId, 'b'.repeat(64));
    await used.queue.bytesArrived('nobody', hash);
    expect(await claim()).toBeUndefined();
    await used.queue.bytesArrived(used.accountId, hash);
    expect((await claimed()).rowId).toBe(first.rowId);
    expect(await claim()).toBeUndefined();
  });

  it('a start takes in what is missing, and asks anew what other settings refused', async () => {
    await used.device.sync([1, 2, 3, 4].map((n) => recording(n)));
    await used.device.sync([file(4, 20, { heardByServer: 'words' })]);
    await used.query(`delete from transcription where row_id = '${idOf(3)}'`);
    await used.queue.begin('now', 7);
    expect(await waitingIds()).toEqual([1, 2, 3].map(idOf));
    const all = [await claimed(), await claimed(), await claimed()];
    const [one, two, three] = all;
    if (one === undefined || two === undefined || three === undefined) throw new Error('Too few');
    const refused = { nextAt: 0, problem: 'refused 400', refusedBy: 'now' };
    await used.queue.putBack(one, { ...refused, attempts: mostRefusals });
    await used.queue.putBack(two, { nextAt: 5_000, attempts: 0, problem: 'busy' });
    await used.queue.putBack(three, { nextAt: 5_000, attempts: 0, problem: 'denied' });
    expect(await claim()).toBeUndefined();
    await used.queue.begin('now', 8);
    const third = await claimed();
    expect(third.rowId).toBe(three.rowId);
    expect(await claim()).toBeUndefined();
    await used.queue.putBack(third, { nextAt: 9_000, attempts: 0, problem: 'busy' });
    await used.queue.begin('then', 9);
    expect((await claimed(10, 9_000)).rowId).toBe(one.rowId);
    expect((await claimed(5_000, 9_000)).rowId).toBe(two.rowId);
  });

  it('a start asks once more for what these settings refused, and not for ever', async () => {
    await used.device.sync([recording(1)]);
    for (let refusals = 1; refusals <= mostRefusals; refusals += 1) {
      const one = await claimed();
      expect(one.attempts).toBe(refusals - 1);
      const refused = { attempts: refusals, problem: 'refused 400', refusedBy: 'now' };
      await used.queue.putBack(one, { nextAt: 0, ...refused });
      expect(await claim(), 'no sooner than at a start').toBeUndefined();
      await used.queue.begin('now', 7);
    }
    expect(await claim()).toBeUndefined();
    await used.queue.begin('then', 8);
    expect((await claimed()).attempts).toBe(0);
  });
}
