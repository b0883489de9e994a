import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileState } from '../../protocol/files.ts';
import { errorCode } from '../start-up-problem.ts';
import { StorageGoneError } from '../storage/storage.ts';
import type { FileName, FilePart, FileStorage, PutOutcome } from './file-storage.ts';
import { inTurn } from './in-turn.ts';

const nothing: FileState = { received: 0, isComplete: false };

/**
 * Files in a folder that exists: `<account>/<two digits>/<hash>`, and `<hash>.part` while one is arriving.
 * A file has its name only when it was read again and its bytes, its name and its folder are on the disk.
 */
export function openFolderFiles(folder: string): FileStorage {
  const queue = inTurn();
  const pathOf = ({ accountId, hash }: FileName) =>
    join(folder, encodeURIComponent(accountId), hash.slice(0, 2), hash);
  return {
    readState: (name) => queue(pathOf(name), () => readState(pathOf(name), name.hash)),
    put: (part) => queue(pathOf(part), () => putPart(folder, pathOf(part), part)),
    read: (name, from, length) => readBytes(pathOf(name), from, length),
    removeAll: (accountId) =>
      rm(join(folder, encodeURIComponent(accountId)), { recursive: true, force: true }),
  };
}

async function readState(path: string, hash: string): Promise<FileState> {
  const size = await sizeOf(path);
  if (size === undefined) return { received: (await sizeOf(partOf(path))) ?? 0, isComplete: false };
  if ((await hashOf(path)) === hash) return { received: size, isComplete: true };
  await rename(path, `${path}.damaged`);
  return nothing;
}

async function putPart(folder: string, path: string, part: FilePart): Promise<PutOutcome> {
  try {
    const complete = await sizeOf(path);
    if (complete !== undefined) return { kind: 'taken', state: await readState(path, part.hash) };
    await makeFolders(folder, path);
    const received = await append(partOf(path), part);
    if (received < part.of) return { kind: 'taken', state: { received, isComplete: false } };
    return await finish(path, part);
  } catch (error) {
    // Another process has just put it in its place.
    if (errorCode(error) === 'ENOENT' && (await sizeOf(path)) !== undefined) {
      return { kind: 'taken', state: await readState(path, part.hash) };
    }
    if (errorCode(error) === 'ENOSPC' || errorCode(error) === 'EDQUOT') return { kind: 'full' };
    throw error;
  }
}

/** The folder itself is never made again: where it is gone, so would be what is written now. */
async function makeFolders(folder: string, path: string): Promise<void> {
  if ((await sizeOf(folder)) === undefined) throw new StorageGoneError();
  await mkdir(dirname(path), { recursive: true });
}

/**
 * How many bytes are there now. Each byte is written where it belongs: another process that takes the same part at
 * the same time writes the same bytes to the same place.
 */
async function append(path: string, { from, bytes }: FilePart): Promise<number> {
  return withFile(path, constants.O_RDWR | constants.O_CREAT, async (file) => {
    const { size } = await file.stat();
    const fresh = from > size ? bytes.subarray(0, 0) : bytes.subarray(size - from);
    for (let written = 0; written < fresh.length; ) {
      const { bytesWritten } = await file.write(fresh, written, fresh.length - written, size + written);
      written += bytesWritten;
    }
    return size + fresh.length;
  });
}

async function finish(path: string, { hash, of }: FilePart): Promise<PutOutcome> {
  const arrived = partOf(path);
  await withFile(arrived, 'r+', (file) => file.sync());
  if ((await hashOf(arrived)) !== hash) {
    await rm(arrived, { force: true });
    return { kind: 'damaged' };
  }
  await rename(arrived, path);
  // The name is kept by its folder, and the folders by those above them.
  for (const above of [dirname(path), dirname(dirname(path)), dirname(dirname(dirname(path)))]) {
    await withFile(above, 'r', (file) => file.sync());
  }
  return { kind: 'taken', state: { received: of, isComplete: true } };
}

async function readBytes(path: string, from: number, length: number): Promise<Uint8Array | undefined> {
  if ((await sizeOf(path)) === undefined) return undefined;
  return withFile(path, 'r', async (file) => {
    const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(length), position: from });
    return buffer.subarray(0, bytesRead);
  });
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes);
  return hash.digest('hex');
}

/** Undefined where there is nothing. */
async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function withFile<T>(
  path: string,
  flags: string | number,
  work: (file: FileHandle) => Promise<T>,
): Promise<T> {
  const file = await open(path, flags, 0o600);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

const partOf = (path: string) => `${path}.part`;
