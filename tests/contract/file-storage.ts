import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileName, FileStorage } from '../../src/server/files/file-storage.ts';

export interface FileStorageSubject {
  readonly files: FileStorage;
  /** Changes one byte of a complete file behind the storage's back. */
  spoil(name: FileName): Promise<void>;
  /** As after the process was killed: what was on its disk is there. */
  reopen(): Promise<FileStorage>;
  close(): Promise<void>;
}

export function nameFor(bytes: Uint8Array, accountId = 'account-a'): FileName {
  return { accountId, hash: createHash('sha256').update(bytes).digest('hex') };
}

const nothing = { received: 0, isComplete: false };

/** What every place for the bytes of files must do. */
export function describeFileStorage(driver: string, open: () => Promise<FileStorageSubject>): void {
  describe(`files in ${driver}`, () => {
    let subject: FileStorageSubject;
    let files: FileStorage;
    beforeEach(async () => {
      subject = await open();
      ({ files } = subject);
    });
    afterEach(() => subject.close());
    const bytes = randomBytes(1_000);
    const name = nameFor(bytes);
    const put = (from: number, to: number, whole: Uint8Array = bytes, as = nameFor(whole)) =>
      files.put({ ...as, from, of: whole.length, bytes: whole.subarray(from, to) });
    const taken = (received: number) => ({
      kind: 'taken',
      state: { received, isComplete: received === bytes.length },
    });

    it('removes everything of one account, also what is arriving, and nothing of another', async () => {
      await put(0, 1_000);
      await put(0, 400, randomBytes(1_000));
      const other = nameFor(bytes, 'account-b');
      await put(0, 1_000, bytes, other);
      await files.removeAll(name.accountId);
      await files.removeAll(name.accountId);
      expect(await files.readState(name)).toEqual(nothing);
      expect(await files.readState(other)).toEqual({ received: 1_000, isComplete: true });
      expect(await put(0, 400), 'it can be used again').toEqual(taken(400));
    });

    it('S-24 takes part after part, and is complete with the last', async () => {
      expect(await files.readState(name)).toEqual(nothing);
      expect(await files.read(name, 0, 10)).toBeUndefined();
      expect(await put(0, 400)).toEqual(taken(400));
      expect(await files.readState(name)).toEqual({ received: 400, isComplete: false });
      expect(await files.read(name, 0, 10), 'nobody reads half a file').toBeUndefined();
      expect(await put(400, 1_000)).toEqual(taken(1_000));
      expect(await files.readState(name)).toEqual({ received: 1_000, isComplete: true });
    });

    it('S-24 a part that comes again, too early, or over the edge of what is here changes nothing else', async () => {
      expect(await put(0, 400)).toEqual(taken(400));
      expect(await put(0, 400)).toEqual(taken(400));
      expect(await put(600, 1_000)).toEqual(taken(400));
      expect(await put(300, 700)).toEqual(taken(700));
      expect(await put(700, 1_000)).toEqual(taken(1_000));
      expect(await put(0, 400), 'after the last').toEqual(taken(1_000));
      expect(Buffer.from((await files.read(name, 0, 5_000)) ?? [])).toEqual(bytes);
    });

    it('S-24 parts that come at the same time make one file', async () => {
      await Promise.all([put(0, 500), put(0, 500), put(500, 1_000), put(500, 1_000), put(0, 1_000)]);
      expect(await files.readState(name)).toEqual({ received: 1_000, isComplete: true });
      expect(Buffer.from((await files.read(name, 0, 5_000)) ?? [])).toEqual(bytes);
    });

    it('S-24 goes on where it was after a restart', async () => {
      await put(0, 400);
      files = await subject.reopen();
      expect(await files.readState(name)).toEqual({ received: 400, isComplete: false });
      expect(await put(400, 1_000)).toEqual(taken(1_000));
      files = await subject.reopen();
      expect(await files.readState(name)).toEqual({ received: 1_000, isComplete: true });
    });

    it('S-24 keeps nothing of bytes that are not those of the name', async () => {
      const other = randomBytes(1_000);
      expect(await put(0, 400, other, name)).toEqual(taken(400));
      expect(await put(400, 1_000, other, name)).toEqual({ kind: 'damaged' });
      expect(await files.readState(name)).toEqual(nothing);
      expect(await put(0, 1_000)).toEqual(taken(1_000));
    });

    it('S-26 does not confirm what has rotted on its disk, and takes it again', async () => {
      await put(0, 1_000);
      await subject.spoil(name);
      expect(await files.readState(name)).toEqual(nothing);
      expect(await files.read(name, 0, 10)).toBeUndefined();
      expect(await put(0, 1_000)).toEqual(taken(1_000));
      expect(Buffer.from((await files.read(name, 0, 5_000)) ?? [])).toEqual(bytes);
    });

    it('S-25 gives any part of a complete file', async () => {
      await put(0, 1_000);
      expect(Buffer.from((await files.read(name, 0, 300)) ?? [])).toEqual(bytes.subarray(0, 300));
      expect(Buffer.from((await files.read(name, 900, 300)) ?? [])).toEqual(bytes.subarray(900));
      expect(await files.read(name, 1_000, 300)).toHaveLength(0);
    });

    it('S-21 one account never reads or completes the files of another', async () => {
      await put(0, 1_000);
      const elsewhere = nameFor(bytes, 'account-b');
      expect(await files.readState(elsewhere)).toEqual(nothing);
      expect(await files.read(elsewhere, 0, 10)).toBeUndefined();
      expect(await put(500, 1_000, bytes, elsewhere)).toEqual(taken(0));
    });
  });
}
