import type { Kysely } from 'kysely';
import type { Schema } from '../storage/schema.ts';

/** Tells who holds a connection open when its session has ended, also through another process. */
export interface SessionWatch {
  /** `onEnded` is called once, within a second; the answer ends the watching. */
  watch(sessionId: string, onEnded: () => void): () => void;
  /** Looks at once: a session may have ended here. */
  check(): Promise<void>;
}

const betweenMs = 700;
const idsAQuery = 1_000;

/** One query for all that are watched, and none while nobody is. */
export function watchSessions(db: Kysely<Schema>): SessionWatch {
  const watched = new Map<() => void, string>();
  let timer: NodeJS.Timeout | undefined;

  async function check(): Promise<void> {
    const ids = [...new Set(watched.values())];
    const alive = new Set<string>();
    for (let start = 0; start < ids.length; start += idsAQuery) {
      const some = ids.slice(start, start + idsAQuery);
      const found = await db.selectFrom('session').select('id').where('id', 'in', some).execute();
      for (const { id } of found) alive.add(id);
    }
    for (const [onEnded, id] of [...watched]) {
      // One that came meanwhile was not asked for.
      if (alive.has(id) || !ids.includes(id)) continue;
      if (watched.delete(onEnded)) onEnded();
    }
  }

  function schedule(): void {
    if (timer !== undefined || watched.size === 0) return;
    timer = setTimeout(async () => {
      // A database that is busy or closing says nothing about a session.
      await check().catch(() => undefined);
      timer = undefined;
      schedule();
    }, betweenMs).unref();
  }

  return {
    check: () => check().catch(() => undefined),
    watch(sessionId, onEnded) {
      const once = () => onEnded();
      watched.set(once, sessionId);
      schedule();
      return () => void watched.delete(once);
    },
  };
}
