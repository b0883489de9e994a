import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FileStorage, FilesAwayError } from '../../src/server/files/file-storage.ts';
import { openFolderFiles } from '../../src/server/files/folder-files.ts';
import { listFiles } from '../../src/server/files/list-files.ts';
import { openBucket } from '../../src/server/files/s3-bucket.ts';
import { keepFilesIn, openS3Files } from '../../src/server/files/s3-files.ts';
import { type StartedSwift, startSwift } from '../s3/start-swift.ts';
import { describeFileStorage, nameFor } from './file-storage.ts';

let swift: StartedSwift;
beforeAll(async () => {
  swift = await startSwift();
}, 60_000);
afterAll(() => swift?.stop());

describeFileStorage('an S3 bucket', async () => {
  const config = await swift.createBucket();
  return {
    files: openS3Files(config),
    async spoil({ accountId, hash }) {
      const bucket = openBucket(config);
      const key = `${accountId}/${hash.slice(0, 2)}/${hash}`;
      const bytes = (await bucket.read(key, 0, 5_000)) ?? new Uint8Array(8);
      bytes[7] = (bytes[7] ?? 0) ^ 1;
      await bucket.put(key, bytes);
    },
    reopen: async () => openS3Files(config),
    close: async () => {},
  };
});

it('S-24 makes one file of parts that come to two processes by turns', async () => {
  const config = await swift.createBucket();
  const processes = [openS3Files(config), openS3Files(config)];
  const bytes = randomBytes(500_000);
  const name = nameFor(bytes);
  for (let from = 0, turn = 0; from < bytes.length; from += 100_000, turn += 1) {
    const part = { ...name, from, of: bytes.length, bytes: bytes.subarray(from, from + 100_000) };
    const received = from + 100_000;
    const state = { received, isComplete: received === bytes.length };
    expect(await processes[turn % 2]?.put(part)).toEqual({ kind: 'taken', state });
  }
  for (const files of processes) {
    expect(await files.readState(name)).toEqual({ received: bytes.length, isComplete: true });
    expect(nameFor((await files.read(name, 0, bytes.length)) ?? new Uint8Array())).toEqual(name);
  }
  const left = await openBucket(config).list('');
  expect(left, 'no part is left').toHaveLength(1);
});

it('S-24 makes one file of what two processes take at the same time', async () => {
  const config = await swift.createBucket();
  const processes = [openS3Files(config), openS3Files(config)];
  for (let file = 0; file < 4; file += 1) {
    const bytes = randomBytes(300_000);
    const put = (files: FileStorage, from: number, to: number) =>
      files.put({ ...nameFor(bytes), from, of: bytes.length, bytes: bytes.subarray(from, to) });
    await Promise.all(processes.map((files, at) => put(files, 0, 150_000 + at * 50_000)));
    const ends = await Promise.all(processes.map((files) => put(files, 150_000, 300_000)));
    expect(ends.map(({ kind }) => kind)).toEqual(['taken', 'taken']);
    for (const files of processes) {
      expect(await files.readState(nameFor(bytes))).toEqual({ received: bytes.length, isComplete: true });
    }
  }
});

it('S-24 takes the last part also where another process puts all together meanwhile', async () => {
  const config = await swift.createBucket();
  const bytes = randomBytes(1_000);
  const part = { ...nameFor(bytes), from: 0, of: bytes.length, bytes };
  const bucket = openBucket(config);
  const slow = keepFilesIn({
    ...bucket,
    // Between its look at what is there and its reading of it.
    async read(...asked) {
      await openS3Files(config).put(part);
      return bucket.read(...asked);
    },
  });
  expect(await slow.put(part)).toEqual({ kind: 'taken', state: { received: 1_000, isComplete: true } });
  expect(await bucket.list(''), 'no part is left').toHaveLength(1);
});

it('S-24 goes on to the end where it was killed between the last byte and its name', async () => {
  const config = await swift.createBucket();
  const bytes = new Uint8Array([1, 2, 3]);
  const name = nameFor(bytes);
  const parts = `${name.accountId}/${name.hash.slice(0, 2)}/${name.hash}.parts`;
  const bucket = openBucket(config);
  await bucket.put(`${parts}/0-2`, bytes.subarray(0, 2));
  // Of another process, which did not know of the first.
  await bucket.put(`${parts}/1-2`, bytes.subarray(1));
  const files = openS3Files(config);
  expect(await files.readState(name)).toEqual({ received: 3, isComplete: false });
  const again = await files.put({ ...name, from: 2, of: 3, bytes: bytes.subarray(2) });
  expect(again).toEqual({ kind: 'taken', state: { received: 3, isComplete: true } });
});

it('takes over what was copied out of a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'justmet-files-'));
  const bytes = randomBytes(1_000);
  await openFolderFiles(folder).put({ ...nameFor(bytes), from: 0, of: bytes.length, bytes });
  const config = await swift.createBucket();
  for (const { name } of (await listFiles(folder)).files) {
    await openBucket(config).put(name, await readFile(join(folder, name)));
  }
  await rm(folder, { recursive: true });
  expect(await openS3Files(config).readState(nameFor(bytes))).toEqual({ received: 1_000, isComplete: true });
});

it('takes a file of the largest size', async () => {
  const files = openS3Files(await swift.createBucket());
  const bytes = randomBytes(50 * 1024 * 1024);
  const partBytes = 8 * 1024 * 1024;
  for (let from = 0; from < bytes.length; from += partBytes) {
    const part = bytes.subarray(from, from + partBytes);
    await files.put({ ...nameFor(bytes), from, of: bytes.length, bytes: part });
  }
  expect(await files.readState(nameFor(bytes))).toEqual({ received: bytes.length, isComplete: true });
});

it('says that the store is away where its bucket is gone, its key is wrong, or nobody listens', async () => {
  const config = await swift.createBucket();
  const name = nameFor(new Uint8Array([1, 2, 3]));
  const others = [
    { ...config, bucket: 'no-such-bucket' },
    { ...config, secretAccessKey: 'another' },
    { ...config, endpoint: 'http://127.0.0.1:1' },
  ];
  for (const other of others) {
    const files = openS3Files(other);
    await expect(files.readState(name)).rejects.toThrow(FilesAwayError);
    await expect(files.read(name, 0, 3)).rejects.toThrow(FilesAwayError);
    const part = { ...name, from: 0, of: 3, bytes: new Uint8Array([1, 2, 3]) };
    await expect(files.put(part)).rejects.toThrow(FilesAwayError);
  }
});
