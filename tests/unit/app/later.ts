import { configure } from '@testing-library/react';
import { createSignal } from '../../../src/app/ports/signal.ts';
import { startOfDay } from '../../../src/app/ui/time-words.ts';
import { detailActions } from '../../../src/store/actions/details.ts';
import { capture } from '../store/open-store.ts';
import type { FakeApp } from './fake-app.tsx';

// What they show comes out of a database, on a machine that may be busy.
configure({ asyncUtilTimeout: 10_000 });

/** Somebody met, a minute after the one before, who told these things. */
export async function meetTelling(
  app: FakeApp,
  name: string,
  where: string,
  ...told: readonly string[]
): Promise<string> {
  app.open.clock.nowMs += 60_000;
  const id = await app.store.savePerson(capture({ name, where }), undefined);
  for (const text of told) {
    // Details stand in the order of their milliseconds.
    app.open.clock.nowMs += 1;
    await app.part(detailActions).keepDetail(id, { kind: 'other', text });
  }
  return id;
}

/** The same app so many days later. */
export function daysLater(app: FakeApp, days: number): FakeApp {
  app.open.clock.nowMs += days * 86_400_000;
  return { ...app, today: createSignal(startOfDay(app.open.clock.nowMs)) };
}
