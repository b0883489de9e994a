import { describe, expect, test } from 'vitest';
import { bytesOf, type FileStoreSubject, hashOf } from './file-store-subject.ts';

const whole = bytesOf(1, 2, 3, 4, 5);

/** What every device's database must do with bytes that the contact database has, too. */
export function describeFileCache(name: string, open: () => Promise<FileStoreSubject>): void {
  const openWithRow = async () => {
    const subject = await open();
    await subject.signIn();
    const id = await subject.add([whole]);
    await subject.forgetBytes(id);
    return { ...subject, id };
  };

  describe(`${name}: bytes that are fetched and removed`, () => {
    test('S-25 goes on where it was, and is here when all has come', async () => {
      const { cache, store, id, stateOf } = await openWithRow();
      expect(await cache.openDownload(id)).toMatchObject({ id, hash: hashOf(whole), received: 0 });
      await cache.keepPart(id, 0, bytesOf(1, 2, 3));
      expect(await store.readFile(id), 'nobody is shown half of it').toBeUndefined();
      expect(await cache.openDownload(id)).toMatchObject({ received: 3 });
      await cache.keepPart(id, 3, bytesOf(4, 5));
      expect(await cache.endDownload(id)).toBe(true);
      expect(await stateOf(id)).toBe('confirmed');
      expect((await store.readFile(id))?.size).toBe(5);
      expect(await store.readRemovable()).toEqual({ files: 1, bytes: 5, copyBytes: 5 });
    });

    test('S-25 S-27 what arrived from a database that was lost meanwhile is offered to the new one', async () => {
      const subject = await openWithRow();
      const { cache, files, id, stateOf } = subject;
      await cache.openDownload(id);
      await cache.keepPart(id, 0, whole);
      await subject.acknowledge(true);
      expect(await stateOf(id)).toBe('arriving');
      // All of it is here already, so nothing is asked for any more.
      expect(await cache.openDownload(id)).toMatchObject({ received: 5 });
      expect(await cache.endDownload(id)).toBe(true);
      expect(await stateOf(id)).toBe('waiting');
      expect((await files.nextUpload())?.id).toBe(id);
    });

    test('S-25 is whole where two tabs fetch it in parts of different lengths', async () => {
      const { cache, id, stateOf, store } = await openWithRow();
      await cache.openDownload(id);
      await cache.openDownload(id);
      await cache.keepPart(id, 0, bytesOf(1, 2, 3));
      // The other tab's broke off earlier, and its next one goes further.
      await cache.keepPart(id, 0, bytesOf(1, 2));
      expect(await cache.openDownload(id)).toMatchObject({ received: 3 });
      await cache.keepPart(id, 2, bytesOf(3, 4));
      await cache.keepPart(id, 3, bytesOf(4, 5));
      expect(await cache.endDownload(id)).toBe(true);
      expect(await stateOf(id)).toBe('confirmed');
      expect((await store.readFile(id))?.size).toBe(5);
    });

    test('S-25 what is not what the hash names is thrown away', async () => {
      const { cache, db, id, stateOf } = await openWithRow();
      await cache.openDownload(id);
      await cache.keepPart(id, 0, bytesOf(1, 2, 3, 4, 6));
      expect(await cache.endDownload(id)).toBe(false);
      expect(await stateOf(id)).toBeUndefined();
      expect(await db.piece.count()).toBe(0);
    });

    test('S-25 S-26 what waits is never thrown away, whatever arrives', async () => {
      const subject = await open();
      await subject.signIn();
      const id = await subject.add([whole], hashOf(bytesOf(9)));
      expect(await subject.cache.openDownload(id)).toMatchObject({ received: 5 });
      await subject.cache.keepPart(id, 0, bytesOf(7));
      expect(await subject.cache.endDownload(id)).toBe(true);
      expect(await subject.cache.remove(id)).toBe(false);
      expect(await subject.files.readPart(id, 0, 9)).toEqual(whole);
    });

    test('S-26 only what is confirmed is removed, the one not looked at for longest first', async () => {
      const subject = await open();
      await subject.signIn();
      const ids = [await subject.add([bytesOf(1)]), await subject.add([bytesOf(2)])];
      ids.push(await subject.add([bytesOf(3)]));
      const [late = '', early = '', waiting = ''] = ids;
      await subject.setContent(late, { state: 'confirmed', usedAtMs: 2, isCopy: true });
      await subject.setContent(early, { state: 'confirmed', usedAtMs: 1 });
      const idsOf = async (which: 'all' | 'copies') =>
        (await subject.cache.listRemovable(which)).map(({ id }) => id);
      expect(await idsOf('all')).toEqual([early, late]);
      expect(await idsOf('copies')).toEqual([late]);
      expect(await subject.cache.remove(early)).toBe(true);
      expect(await subject.cache.remove(waiting)).toBe(false);
      expect((await subject.db.piece.toArray()).map(({ bytes }) => bytes[0]).sort()).toEqual([1, 3]);
    });

    test('S-26 what turns out to be missing waits again, unless it is only arriving by now', async () => {
      const subject = await open();
      await subject.signIn();
      const id = await subject.add([whole]);
      await subject.setContent(id, { state: 'confirmed' });
      await subject.cache.markWaiting(id);
      expect(await subject.stateOf(id)).toBe('waiting');
      await subject.setContent(id, { state: 'arriving' });
      await subject.cache.markWaiting(id);
      await subject.files.markRefused(id);
      expect(await subject.stateOf(id)).toBe('arriving');
    });
  });
}
