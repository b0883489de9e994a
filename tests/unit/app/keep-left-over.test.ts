// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { keepLeftOver } from '../../../src/app/boot/keep-left-over.ts';
import { profileActions } from '../../../src/store/actions/profiles.ts';
import { profileQueries } from '../../../src/store/queries/profiles.ts';
import { fakeApp } from './fake-app.tsx';

const liveTabs = async () => new Set(['tab1']);

async function leaveDrafts() {
  const app = fakeApp();
  const actions = profileActions(app.open.context);
  const entries = [{ field: 'phone', reading: { typed: '1' } }] as const;
  const id = await actions.makeProfile({ lines: { name: 'Kim' }, entries });
  const { readProfile } = profileQueries(app.open.context);
  const phoneId = (await readProfile(id))?.profile.phones[0]?.id ?? '';
  for (const [line, text] of [
    ['title', 'Broker'],
    [phoneId, '231 555 0100'],
    ['name', 'Kim'],
  ] as const) {
    await app.store.writeDraft(`edit/${id}/${line}@gone`, { text });
  }
  const keep = (path: string) => keepLeftOver(app, 'tab1', liveTabs, path);
  return { app, actions, id, keep, read: async () => (await readProfile(id))?.profile };
}

test('what was typed on a card in a tab that is gone is saved, as leaving the card would have', async () => {
  const { app, keep, read } = await leaveDrafts();
  await keep('/');
  expect(await read()).toMatchObject({
    name: 'Kim',
    title: 'Broker',
    phones: [{ typed: '231 555 0100', e164: '+12315550100' }],
  });
  expect(await app.open.db.draft.count()).toBe(0);
});

test('not while the card is being edited, nor on a card that was deleted', async () => {
  const { app, actions, id, keep, read } = await leaveDrafts();
  await keep(`/card/${id}`);
  await actions.deleteProfile(id);
  await keep('/');
  expect((await read())?.title).toBe('');
  expect(await app.open.db.draft.count()).toBe(3);
});
