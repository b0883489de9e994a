import { onTestFinished } from 'vitest';
import type { Session } from '../../../src/protocol/session.ts';
import type { Capture } from '../../../src/store/actions/capture.ts';
import type { StoreContext } from '../../../src/store/context.ts';
import { JustmetDatabase } from '../../../src/store/database.ts';
import { fileQueries } from '../../../src/store/queries/files.ts';
import { createStore } from '../../../src/store/store.ts';

export const startMs = Date.UTC(2026, 10, 22, 18, 42);
export const session: Session = { accountId: 'account-1', name: 'Kim', email: 'kim@example.com' };

export interface OpenStore {
  readonly db: JustmetDatabase;
  readonly context: StoreContext;
  readonly store: ReturnType<typeof createStore> & ReturnType<typeof fileQueries>;
  /** What the wall clock says; a test may set it. */
  readonly clock: { nowMs: number };
  readonly saves: () => number;
}

/** The store over a database of its own in memory, or over one that another context has open; until the test ends. */
export function openStore(name = `test-${crypto.randomUUID()}`): OpenStore {
  const db = new JustmetDatabase(name);
  onTestFinished(() => db.close());
  const clock = { nowMs: startMs };
  let saves = 0;
  const context: StoreContext = {
    db,
    nowMs: () => clock.nowMs,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    onSaved: () => {
      saves += 1;
    },
  };
  return {
    db,
    context,
    store: { ...createStore(context), ...fileQueries(context) },
    clock,
    saves: () => saves,
  };
}

export const captureDraft = 'capture@tab1';

export const emptyCapture: Capture = {
  name: '',
  company: '',
  where: '',
  occasionId: undefined,
  phone: { typed: '' },
  email: '',
  handle: { typed: '' },
};

export function capture(fields: Partial<Capture> = {}): Capture {
  return { ...emptyCapture, name: 'Dana Lee', ...fields };
}

/** Everything that the device keeps, to see that nothing changed. */
export async function readEverything({ db }: OpenStore): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  return Object.fromEntries(tables);
}

/** As if the contact database had acknowledged everything. */
export async function emptyOutbox({ db }: OpenStore): Promise<void> {
  await db.outbox.clear();
}
