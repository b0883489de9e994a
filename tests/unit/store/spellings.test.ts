import { expect, test } from 'vitest';
import { detailActions } from '../../../src/store/actions/details.ts';
import { spellingQueries } from '../../../src/store/queries/spellings.ts';
import { capture, captureDraft, openStore } from './open-store.ts';

test('a name that was put right for one person is known from then on, and no longer than their page', async () => {
  const { store, context } = openStore();
  const { readSpellings } = spellingQueries(context);
  const { keepDetail, editDetail } = detailActions(context);
  const dana = await store.savePerson(capture(), captureDraft);
  const detail = { kind: 'restaurant' as const, text: 'Trattorria Stella', note: crypto.randomUUID() };
  const id = (await keepDetail(dana, detail)) ?? '';
  expect([...(await readSpellings())]).toEqual([]);
  await editDetail(dana, id, 'Trattoria Stella');
  expect([...(await readSpellings()).values()]).toEqual(['Trattoria Stella']);
  expect(await readSpellings()).toBe(await readSpellings());
  await store.deletePerson(dana);
  expect([...(await readSpellings())]).toEqual([]);
});
