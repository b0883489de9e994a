import { describe, expect, test } from 'vitest';
import { pieceKey } from '../../src/store/pieces.ts';
import { describeFileCache } from './file-cache.ts';
import { bytesOf, type FileStoreSubject, hashOf } from './file-store-subject.ts';
import { account } from './sync-store-fixture.ts';

const pieces = [bytesOf(1, 2, 3), bytesOf(4), bytesOf(5, 6, 7, 8)];
const whole = bytesOf(1, 2, 3, 4, 5, 6, 7, 8);

/** What every device's database must do with the bytes of files. */
export function describeFileStore(name: string, open: () => Promise<FileStoreSubject>): void {
  describe(`${name}: bytes that are sent`, () => {
    test('S-23 row, outbox entry and bytes are there together, and the file is next', async () => {
      const subject = await open();
      await subject.signIn();
      const id = await subject.add(pieces);
      const [entry] = (await subject.db.outbox.toArray()).filter(({ edit }) => edit.id === id);
      expect(entry?.edit.values).toMatchObject({ hash: hashOf(whole), bytes: 8 });
      expect(await subject.files.nextUpload()).toEqual({ id, hash: hashOf(whole), bytes: 8, account });
    });

    test('S-23 nothing of it is there for somebody who is deleted', async () => {
      const subject = await open();
      const first = await subject.add(pieces);
      const person = (await subject.db.person.toArray())[0]?.id ?? '';
      await subject.store.deletePerson(person);
      const file = { kind: 'picture', type: 'image/jpeg', hash: hashOf(whole), pieces } as const;
      expect(await subject.store.addFile(person, file)).toBe(false);
      expect((await subject.db.content.toArray()).map(({ id }) => id)).toEqual([first]);
    });

    test.each([
      [0, 8, whole],
      [0, 2, bytesOf(1, 2)],
      [2, 3, bytesOf(3, 4, 5)],
      [3, 1, bytesOf(4)],
      [5, 100, bytesOf(6, 7, 8)],
      [8, 4, bytesOf()],
    ])('S-24 reads from %i on %i bytes over uneven pieces', async (from, length, expected) => {
      const subject = await open();
      const id = await subject.add(pieces);
      expect(await subject.files.readPart(id, from, length)).toEqual(expected);
    });

    test('S-7 S-24 what was refused and is deleted waits for nobody; what waits is kept for undoing it', async () => {
      const subject = await open();
      await subject.signIn();
      const [refused, waiting] = [await subject.add(pieces), await subject.add([bytesOf(9)])];
      await subject.files.markRefused(refused);
      for (const id of [refused, waiting]) await subject.store.deleteFile(id);
      expect((await subject.store.readSyncFacts()).refused).toBe(0);
      expect((await subject.db.content.toArray()).map(({ id }) => id)).toEqual([waiting]);
      expect(await subject.files.readPart(refused, 0, 8)).toHaveLength(0);
    });

    test('S-24 reads up to a gap, and nothing of another file', async () => {
      const subject = await open();
      const id = await subject.add(pieces);
      await subject.add([bytesOf(9, 9)]);
      await subject.db.piece.delete(pieceKey(id, 3));
      expect(await subject.files.readPart(id, 0, 8)).toEqual(bytesOf(1, 2, 3));
      expect(await subject.files.readPart(id, 4, 8)).toEqual(bytesOf(5, 6, 7, 8));
    });

    test('S-24 confirms all files of these bytes, and nothing for another account', async () => {
      const subject = await open();
      await subject.signIn();
      const [first, second, other] = [
        await subject.add(pieces),
        await subject.add([whole]),
        await subject.add([bytesOf(9)]),
      ];
      await subject.files.markConfirmed('account-2', hashOf(whole));
      expect(await subject.stateOf(first)).toBe('waiting');
      await subject.files.markConfirmed(account, hashOf(whole));
      expect([await subject.stateOf(first), await subject.stateOf(second)]).toEqual([
        'confirmed',
        'confirmed',
      ]);
      expect((await subject.files.nextUpload())?.id).toBe(other);
    });

    test('S-21 nothing goes while nobody is signed in', async () => {
      const subject = await open();
      await subject.add(pieces);
      expect(await subject.files.nextUpload()).toBeUndefined();
      await subject.signIn();
      await subject.files.markSignedOut(account);
      expect(await subject.files.nextUpload()).toBeUndefined();
    });

    test('S-27 a lost database is offered what it had confirmed or refused, not what is arriving', async () => {
      const subject = await open();
      await subject.signIn();
      const states = ['confirmed', 'refused', 'arriving'] as const;
      const ids: string[] = [];
      for (const [place, state] of states.entries()) {
        const id = await subject.add([bytesOf(place)]);
        await subject.setContent(id, { state });
        ids.push(id);
      }
      await subject.acknowledge(true);
      const after = await Promise.all(ids.map((id) => subject.stateOf(id)));
      expect(after).toEqual(['waiting', 'waiting', 'arriving']);
    });

    test('S-7 S-24 what was refused waits when it is tried again', async () => {
      const subject = await open();
      await subject.signIn();
      const id = await subject.add(pieces);
      await subject.files.markRefused(id);
      expect(await subject.stateOf(id)).toBe('refused');
      expect(await subject.store.readSyncFacts()).toMatchObject({ filesWaiting: 0, refused: 1 });
      await subject.store.retryRefused();
      expect(await subject.stateOf(id)).toBe('waiting');
      expect(await subject.store.readSyncFacts()).toMatchObject({ filesWaiting: 1, refused: 0 });
    });

    test('S-16 "everything since" is when the last file was confirmed', async () => {
      const subject = await open();
      await subject.signIn();
      await subject.add(pieces);
      await subject.add([bytesOf(9)]);
      await subject.acknowledge();
      const since = async () => (await subject.store.readSyncFacts()).completeAtMs;
      const before = await since();
      subject.clock.nowMs += 1_000;
      await subject.files.markConfirmed(account, hashOf(whole));
      expect(await since()).toBe(before);
      await subject.files.markConfirmed(account, hashOf(bytesOf(9)));
      expect(await since()).toBe(subject.clock.nowMs);
    });
  });
  describeFileCache(name, open);
}
