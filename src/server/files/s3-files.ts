import { createHash } from 'node:crypto';
import type { FileState } from '../../protocol/files.ts';
import type { FileName, FilePart, FileStorage, PutOutcome } from './file-storage.ts';
import { inTurn } from './in-turn.ts';
import { type Bucket, inBatches, openBucket } from './s3-bucket.ts';
import type { S3Config } from './s3-config.ts';
import { chainParts, lengthOf, partKey, type StoredPart, toParts } from './s3-parts.ts';

/**
 * Files in an S3 bucket, for any number of processes: `<account>/<two digits>/<hash>` as in a folder, and
 * `<hash>.parts/…` while one is arriving. Nothing is known but what lies there. No bytes are ever changed in their
 * place, so what two processes do at the same time does no harm.
 */
export function openS3Files(config: S3Config): FileStorage {
  return keepFilesIn(openBucket(config));
}

export function keepFilesIn(bucket: Bucket): FileStorage {
  const queue = inTurn();
  return {
    readState: (name) => queue(keyOf(name), () => readState(bucket, name)),
    put: (part) => queue(keyOf(part), () => putPart(bucket, part)),
    read: (name, from, length) => bucket.read(keyOf(name), from, length),
    async removeAll(accountId) {
      const objects = await bucket.list(`${encodeURIComponent(accountId)}/`);
      await bucket.remove(objects.map(({ key }) => key));
    },
  };
}

async function readState(bucket: Bucket, name: FileName): Promise<FileState> {
  const key = keyOf(name);
  const { isWhole, parts } = await look(bucket, name);
  const whole = isWhole ? await bucket.hash(key) : undefined;
  if (whole?.sha256 === name.hash) {
    await bucket.remove(parts.map((part) => part.key));
    return { received: whole.size, isComplete: true };
  }
  if (whole !== undefined) await bucket.move(key, `${key}.damaged`);
  return { received: lengthOf(chainParts(parts)), isComplete: false };
}

async function putPart(bucket: Bucket, part: FilePart): Promise<PutOutcome> {
  const { isWhole, parts } = await look(bucket, part);
  if (isWhole) return { kind: 'taken', state: await readState(bucket, part) };
  const received = lengthOf(chainParts(parts));
  const fresh = part.bytes.subarray(part.from > received ? part.bytes.length : received - part.from);
  const key = partKey(keyOf(part), received, fresh.length);
  if (fresh.length > 0) await bucket.put(key, fresh);
  const reached = received + fresh.length;
  if (reached < part.of) return { kind: 'taken', state: { received: reached, isComplete: false } };
  return finish(bucket, part, [...parts, { key, from: received, size: fresh.length }]);
}

/** Puts the parts together, in memory, and takes them as a file when that was written and read again. */
async function finish(bucket: Bucket, name: FileName, parts: readonly StoredPart[]): Promise<PutOutcome> {
  const bytes = await joinParts(bucket, parts);
  if (bytes !== undefined && hashOf(bytes) !== name.hash) {
    await bucket.remove(parts.map(({ key }) => key));
    return { kind: 'damaged' };
  }
  if (bytes !== undefined) await bucket.put(keyOf(name), bytes);
  return { kind: 'taken', state: await readState(bucket, name) };
}

/** Undefined where a part is gone: another process has put them together, or thrown them away. */
async function joinParts(bucket: Bucket, parts: readonly StoredPart[]): Promise<Uint8Array | undefined> {
  const chain = chainParts(parts);
  const whole = new Uint8Array(lengthOf(chain));
  let isThere = true;
  await inBatches(chain, async ({ key, from, size, begins }) => {
    const bytes = await bucket.read(key, begins - from, size);
    if (bytes === undefined) isThere = false;
    else whole.set(bytes, begins);
  });
  return isThere ? whole : undefined;
}

async function look(bucket: Bucket, name: FileName) {
  const key = keyOf(name);
  const objects = await bucket.list(key);
  return { isWhole: objects.some((one) => one.key === key), parts: toParts(objects, key) };
}

function keyOf({ accountId, hash }: FileName): string {
  return `${encodeURIComponent(accountId)}/${hash.slice(0, 2)}/${hash}`;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
