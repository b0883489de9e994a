import { essenceOf, readNewFile } from '../../device/read-new-file.ts';
import { loadHasher } from '../../device/sha256.ts';
import { maxFileBytes, mediaTypePattern } from '../../domain/limits.ts';
import type { StoreContext } from '../../store/context.ts';
import { createFileCache } from '../../store/file-cache.ts';
import { fileQueries } from '../../store/queries/files.ts';
import type { Store } from '../../store/store.ts';
import { fetchFile } from '../../sync/fetch-file.ts';
import { makeRoom, type Room } from '../../sync/make-room.ts';
import type { FileTransport } from '../../sync/ports.ts';
import type { AddOutcome, AppFiles, LoadOutcome } from '../ports/files.ts';
import { measureShortage } from './storage-shortage.ts';

/** A page full of pictures must not stand in the way of what is being saved. */
const loadsAtOnce = 2;

interface FileParts {
  readonly context: StoreContext;
  readonly store: Store;
  readonly transport: FileTransport;
  readonly requestSync: () => void;
}

export function createFiles({ context, store, transport, requestSync }: FileParts): AppFiles {
  const cache = createFileCache(context, loadHasher);
  const { readRemovable } = fileQueries(context);
  // So that a signal lost later does no harm.
  void loadHasher().catch(() => undefined);
  const loading = new Map<string, Promise<LoadOutcome>>();
  const inTurn = createLanes(loadsAtOnce);
  const load = async (id: string): Promise<LoadOutcome> => {
    try {
      return (await fetchFile(cache, transport, id)).kind;
    } catch (error) {
      if (!isFull(error)) return 'failed';
      // What came of it takes the room that somebody may need more.
      await cache.giveUp(id).catch(() => undefined);
      return 'full';
    } finally {
      loading.delete(id);
    }
  };
  const free = async (wantedBytes: number, which: 'all' | 'copies'): Promise<Room> => {
    const failed: Room = { freedBytes: 0, lost: 0, isAsked: false };
    const room = await makeRoom(cache, transport, wantedBytes, which).catch(() => failed);
    if (room.lost > 0) requestSync();
    return room;
  };
  return {
    async add(personId, file) {
      const problem = findProblem(file);
      if (problem !== undefined) return problem;
      try {
        return (await store.addFile(personId, await readNewFile(file, (await loadHasher())())))
          ? 'added'
          : 'gone';
      } catch (error) {
        return isFull(error) ? 'full' : 'failed';
      }
    },
    load(id) {
      const known = loading.get(id) ?? inTurn(() => load(id));
      loading.set(id, known);
      return known;
    },
    makeRoom: () => free(Number.POSITIVE_INFINITY, 'all'),
    async keepWithinQuota() {
      const removable = await readRemovable().catch(() => undefined);
      if (removable === undefined || removable.bytes === 0) return;
      const { wantedBytes, copiesOverBytes } = await measureShortage(removable.copyBytes);
      if (wantedBytes > 0) await free(wantedBytes, 'all');
      else if (copiesOverBytes > 0) await free(copiesOverBytes, 'copies');
    },
  };
}

function findProblem({ size, type }: Blob): AddOutcome | undefined {
  if (size === 0) return 'empty';
  if (size > maxFileBytes) return 'too-large';
  return /^image\//.test(type) && mediaTypePattern.test(essenceOf(type)) ? undefined : 'not-a-picture';
}

/** Dexie wraps what IndexedDB says. */
function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const inner: unknown[] = 'inner' in error ? [error.inner] : [];
  const failures: unknown[] = 'failures' in error && Array.isArray(error.failures) ? error.failures : [];
  const all = [error, ...inner, ...failures];
  return all.some((known) => known instanceof Error && known.name === 'QuotaExceededError');
}

/** Runs at most `count` at once, in the order of the calls. */
function createLanes(count: number): <T>(run: () => Promise<T>) => Promise<T> {
  const lanes: Promise<unknown>[] = Array.from({ length: count }, () => Promise.resolve());
  let calls = 0;
  return (run) => {
    const lane = calls % count;
    calls += 1;
    const mine = (lanes[lane] ?? Promise.resolve()).then(run, run);
    lanes[lane] = mine;
    return mine;
  };
}
