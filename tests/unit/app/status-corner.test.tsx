// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { StatusCorner } from '../../../src/app/ui/StatusCorner.tsx';
import { protocolVersion } from '../../../src/protocol/version.ts';
import { createSyncStore } from '../../../src/store/sync-store.ts';
import { capture, session } from '../store/open-store.ts';
import { type FakeApp, fakeApp, show } from './fake-app.tsx';

const corner = (name: RegExp) => screen.findByRole('link', { name });

/** An answer of the contact database that acknowledges everything, or refuses it. */
async function answer({ open }: FakeApp, kind: 'acknowledged' | 'refused' = 'acknowledged') {
  const stamps = await open.db.outbox.toCollection().primaryKeys();
  const problems = [{ field: 'name', detail: 'is too long' }];
  const refused = kind === 'refused' ? stamps.map((stamp) => ({ stamp, problems })) : [];
  const acknowledged = kind === 'acknowledged' ? stamps : [];
  const head = '11111111-1111-4111-8111-111111111111';
  const response = {
    protocol: protocolVersion,
    head,
    isHeadKnown: true,
    acknowledged,
    refused,
    rows: [],
    cursor: 1,
    more: false,
  };
  await createSyncStore(open.context).settle(response, false, session.accountId);
}

test('S-16 the corner follows a person from this phone into the database, and never runs ahead', async () => {
  const app = fakeApp();
  show(app, <StatusCorner />);
  expect((await corner(/^on this phone\./)).getAttribute('href')).toBe('/settings');
  await app.store.savePerson(capture(), 'capture/1');
  await corner(/^1 on this phone\. 1 person kept on this phone\./);
  await app.store.connect(session);
  await corner(/^1 waiting\. .*On the way to your contact database\.$/);
  act(() => app.lastSync.set('done'));
  await corner(/^1 waiting\./);
  await answer(app);
  await corner(/^all in database\. Everything is in your contact database since /);
  await app.store.savePerson(capture({ name: 'Bo' }), 'capture/1');
  await corner(/^1 waiting\./);
});

test('S-16 without a connection the corner says so', async () => {
  const app = fakeApp();
  await app.store.connect(session);
  await answer(app);
  show(app, <StatusCorner />);
  await corner(/^all in database\./);
  act(() => app.isOnline.set(false));
  await corner(/^offline\. You are offline\. Everything is in your contact database since /);
  act(() => app.isOnline.set(true));
  await corner(/^all in database\./);
  act(() => app.lastSync.set('unreachable'));
  await corner(/^offline\./);
  await app.store.savePerson(capture(), 'capture/1');
  await corner(/^offline, 1 waiting\./);
});

test('S-16 what only a person can mend is said', async () => {
  const app = fakeApp();
  await app.store.connect(session);
  await app.store.savePerson(capture(), 'capture/1');
  show(app, <StatusCorner />);
  act(() => app.lastSync.set('outdated'));
  await corner(/^update to sync\./);
  await app.store.disconnect();
  await corner(/^sign in again\. 1 person kept on this phone\./);
  await app.store.connect(session);
  act(() => app.lastSync.set('done'));
  await answer(app, 'refused');
  await corner(/^1 to look at\./);
});

test('the corner is empty until the database has answered', async () => {
  const app = fakeApp();
  show(app, <StatusCorner />);
  expect(screen.queryByRole('link')).toBeNull();
  await waitFor(() => expect(screen.getByRole('link')).toBeDefined());
});
