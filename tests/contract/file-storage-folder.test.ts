import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFolderFiles } from '../../src/server/files/folder-files.ts';
import { StorageGoneError } from '../../src/server/storage/storage.ts';
import { describeFileStorage, nameFor } from './file-storage.ts';

describeFileStorage('a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'justmet-files-'));
  return {
    files: openFolderFiles(folder),
    async spoil({ accountId, hash }) {
      const path = join(folder, accountId, hash.slice(0, 2), hash);
      const bytes = await readFile(path);
      bytes[7] = (bytes[7] ?? 0) ^ 1;
      await writeFile(path, bytes);
    },
    reopen: async () => openFolderFiles(folder),
    close: () => rm(folder, { recursive: true, force: true }),
  };
});

it('S-24 takes nothing into a folder that is gone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'justmet-files-'));
  const files = openFolderFiles(folder);
  await rm(folder, { recursive: true });
  const bytes = new Uint8Array([1, 2, 3]);
  await expect(files.put({ ...nameFor(bytes), from: 0, of: 3, bytes })).rejects.toThrow(StorageGoneError);
});

it('S-24 goes on to the end where it was killed between the last byte and its name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'justmet-files-'));
  const files = openFolderFiles(folder);
  const bytes = new Uint8Array([1, 2, 3]);
  const name = nameFor(bytes);
  await files.put({ ...name, from: 0, of: 3, bytes: bytes.subarray(0, 2) });
  await writeFile(join(folder, name.accountId, name.hash.slice(0, 2), `${name.hash}.part`), bytes);
  expect(await files.readState(name)).toEqual({ received: 3, isComplete: false });
  const again = await files.put({ ...name, from: 2, of: 3, bytes: bytes.subarray(2) });
  expect(again).toEqual({ kind: 'taken', state: { received: 3, isComplete: true } });
  await rm(folder, { recursive: true, force: true });
});

it('S-24 makes one file of what two processes on one folder take at the same time', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'justmet-files-'));
  const both = [openFolderFiles(folder), openFolderFiles(folder)];
  for (let file = 0; file < 20; file += 1) {
    const bytes = randomBytes(300_000);
    const name = nameFor(bytes);
    const half = bytes.subarray(0, 150_000);
    await Promise.all(both.map((files) => files.put({ ...name, from: 0, of: bytes.length, bytes: half })));
    const rest = { ...name, from: 150_000, of: bytes.length, bytes: bytes.subarray(150_000) };
    const ends = await Promise.all(both.map((files) => files.put(rest)));
    expect(ends.map(({ kind }) => kind)).toEqual(['taken', 'taken']);
    for (const files of both) {
      expect(await files.readState(name)).toEqual({ received: bytes.length, isComplete: true });
    }
  }
  await rm(folder, { recursive: true, force: true });
});
