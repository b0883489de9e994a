// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { saveAtOnce } from '../../../src/app/screens/capture/save-at-once.ts';
import { AppContext } from '../../../src/app/ui/use-app.ts';
import { useDraft } from '../../../src/app/ui/use-draft.ts';
import { type ContactReading, emptyContact } from '../../../src/exchange/contact-reading.ts';
import { captureDraft, type DraftFields } from '../../../src/store/actions/drafts.ts';
import { capture, captureDraft as draftId } from '../store/open-store.ts';
import { type FakeApp, fakeApp, quiet } from './fake-app.tsx';

const hour = 3_600_000;
const dana: ContactReading = { ...emptyContact, name: 'Dana Ruiz', phones: [{ text: '+1 212 736 5000' }] };

async function start(app: FakeApp = fakeApp(), typed: DraftFields = {}) {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <AppContext.Provider value={app}>{children}</AppContext.Provider>
  );
  const tag = renderHook(() => useDraft(captureDraft), { wrapper });
  await waitFor(() => expect(tag.result.current.isLoaded).toBe(true));
  await act(async () => tag.result.current.replaceFields(typed));
  await quiet();
  const save = (reading: ContactReading, mine?: readonly string[]) =>
    act(() => saveAtOnce(app, tag.result.current, reading, mine && { mine }));
  return { app, save, fields: () => tag.result.current.fields };
}

const listNames = async ({ open }: FakeApp) =>
  (await open.db.person.toArray()).map(({ values }) => values['name']);

test('somebody with a name and a number is on disk, with the occasion that goes on, and the tag is free', async () => {
  const app = fakeApp();
  await app.store.savePerson(capture({ name: 'Ann', where: 'Chamber mixer' }), undefined);
  app.open.clock.nowMs += hour;
  const { save, fields } = await start(app);
  const saved = await save(dana);
  const page = await app.store.readPerson(saved?.personId ?? '');
  expect(page?.person).toMatchObject({ name: 'Dana Ruiz', phones: [{ e164: '+12127365000' }] });
  expect(page?.occasion?.name).toBe('Chamber mixer');
  expect(fields()).toEqual({});
  expect(app.storageAsks()).toBe(1);
});

test('the place that was chosen before is where they were met', async () => {
  const { app, save } = await start(fakeApp(), { where: 'Street fair', until: '' });
  const saved = await save(dana);
  expect((await app.store.readPerson(saved?.personId ?? ''))?.occasion?.name).toBe('Street fair');
});

test('who was taken back is in the tag as they were read', async () => {
  const { app, save } = await start();
  const saved = await save({ ...dana, company: 'Ruiz Bakery', note: 'two kids' });
  expect(await saved?.takeBack()).toBe(true);
  expect(await app.store.readDraft(draftId)).toEqual({
    name: 'Dana Ruiz',
    phone: '+1 212 736 5000',
    company: 'Ruiz Bakery',
    note: 'two kids',
  });
});

test.each<[string, ContactReading]>([
  ['no name', { ...dana, name: ' ' }],
  ['neither number nor address', { ...dana, phones: [{ text: '' }], handles: ['instagram dana'] }],
])('somebody with %s is for the agent to look at', async (_, reading) => {
  const { app, save } = await start();
  expect(await save(reading)).toBeUndefined();
  expect(await listNames(app)).toEqual([]);
});

test.each<[string, DraftFields]>([
  ['a name', { name: 'Luis' }],
  ['a line', { line: 'Luis, two kids' }],
  ['a picture', { files: 'picture-1' }],
])('a tag that holds %s is left as it is', async (_, typed) => {
  const { app, save, fields } = await start(fakeApp(), typed);
  expect(await save(dana)).toBeUndefined();
  await quiet();
  expect(await listNames(app)).toEqual([]);
  expect(fields()).toEqual(typed);
  expect(await app.store.readDraft(draftId)).toEqual(typed);
});

test('pictures that are its own go along', async () => {
  const { app, save } = await start(fakeApp(), { files: 'picture-1' });
  expect(await save(dana, ['files'])).toBeDefined();
  expect(await listNames(app)).toEqual(['Dana Ruiz']);
});

test.each<[string, Partial<ContactReading>]>([
  ['number, written otherwise', { phones: [{ text: '(212) 736-5000' }] }],
  ['address', { phones: [], emails: [{ text: 'Dana@Example.com' }] }],
  ['second number', { phones: [{ text: '212 736 5001' }, { text: '212 736 5000' }] }],
])('somebody who shares a %s with a known person is for the agent to look at', async (_, more) => {
  const app = fakeApp();
  const phone = { typed: '2127365000', e164: '+12127365000' };
  await app.store.savePerson(capture({ name: 'Ann', phone, email: 'dana@example.com' }), undefined);
  const { save } = await start(app);
  expect(await save({ ...dana, ...more })).toBeUndefined();
  expect(await listNames(app)).toEqual(['Ann']);
});

test('where numbers cannot be read, nobody knows whether they are known', async () => {
  const { app, save } = await start(fakeApp({ readPhone: async () => undefined }));
  expect(await save(dana)).toBeUndefined();
  expect(await listNames(app)).toEqual([]);
});

test('a phone that cannot store them saves nobody, and what was typed before is still stored', async () => {
  const app = fakeApp();
  const { save } = await start(app, { where: 'Street fair' });
  app.open.db.person.hook('creating', () => {
    throw new DOMException('No room', 'QuotaExceededError');
  });
  expect(await save(dana)).toBeUndefined();
  await quiet();
  expect(await listNames(app)).toEqual([]);
  expect(await app.store.readDraft(draftId)).toEqual({ where: 'Street fair' });
});
