import { createHash } from 'node:crypto';
import { S3mini, S3ServiceError } from 's3mini';
import { FilesAwayError } from './file-storage.ts';
import type { S3Config } from './s3-config.ts';

export interface StoredObject {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
}

/** What files need of an S3 bucket. Whatever the store refuses, or leaves unanswered, is a FilesAwayError. */
export interface Bucket {
  /** Everything whose key begins so. */
  list(prefix: string): Promise<StoredObject[]>;
  /** At most `length` bytes; undefined where there is no such object. */
  read(key: string, from: number, length: number): Promise<Uint8Array | undefined>;
  /** SHA-256 of all of an object, in hexadecimal digits, and its size; it is never in memory as a whole. */
  hash(key: string): Promise<{ readonly sha256: string; readonly size: number } | undefined>;
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Those that are gone already are no fault. */
  remove(keys: readonly string[]): Promise<void>;
  /** Copies, then removes. */
  move(from: string, to: string): Promise<void>;
}

const timeLimitMs = 60_000;
/** Requests at the same time. */
const requestsAtOnce = 16;

export function openBucket({ endpoint, bucket, ...rest }: S3Config): Bucket {
  // The bucket in the path: a store in one's own house has no name for each bucket.
  const client = new S3mini({ ...rest, endpoint: `${endpoint}/${bucket}`, requestAbortTimeout: timeLimitMs });
  const remove = (key: string) => asked(() => whereThere(client.deleteObject(key)));
  return {
    async list(prefix) {
      const objects = await asked(() => client.listObjects('/', prefix));
      if (objects === null) throw new FilesAwayError(`The store has no bucket ${bucket}`, 404);
      return objects.map(({ Key, Size }) => ({ key: Key, size: Size }));
    },
    read: (key, from, length) => asked(() => readRange(client, key, from, length)),
    hash: (key) => asked(() => hashObject(client, key)),
    async put(key, bytes) {
      await asked(() => client.putObject(key, bytes));
    },
    remove: (keys) => inBatches(keys, remove),
    async move(from, to) {
      await asked(() => client.copyObject(from, to));
      await remove(from);
    },
  };
}

/** Runs it for all, some at the same time. */
export async function inBatches<T>(all: readonly T[], run: (one: T) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += requestsAtOnce) {
    await Promise.all(all.slice(at, at + requestsAtOnce).map(run));
  }
}

async function readRange(
  client: S3mini,
  key: string,
  from: number,
  length: number,
): Promise<Uint8Array | undefined> {
  try {
    const answer = await whereThere(client.getObjectRaw(key, false, from, from + length));
    return answer && new Uint8Array(await answer.arrayBuffer());
  } catch (error) {
    // Nothing lies at or after its end.
    if (error instanceof S3ServiceError && error.status === 416) return new Uint8Array();
    throw error;
  }
}

async function hashObject(client: S3mini, key: string) {
  const answer = await whereThere(client.getObjectRaw(key));
  if (answer === undefined || answer.body === null) return undefined;
  const hash = createHash('sha256');
  let size = 0;
  for await (const bytes of answer.body) {
    hash.update(bytes);
    size += bytes.length;
  }
  return { sha256: hash.digest('hex'), size };
}

/** Undefined where there is no such object; a bucket that is gone is another matter. */
async function whereThere<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof S3ServiceError && error.status === 404 && error.code !== 'NoSuchBucket') {
      return undefined;
    }
    throw error;
  }
}

async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const status = error instanceof S3ServiceError ? error.status : undefined;
    throw new FilesAwayError(error instanceof Error ? error.message : String(error), status, {
      cause: error,
    });
  }
}
