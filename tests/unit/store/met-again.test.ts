import { expect, test } from 'vitest';
import { mergeActions } from '../../../src/store/actions/merge-people.ts';
import { lookBackQueries } from '../../../src/store/queries/look-back.ts';
import { occasionQueries } from '../../../src/store/queries/occasion-page.ts';
import { capture, openStore, startMs } from './open-store.ts';

const dayMs = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString();
const today = [iso(startMs), iso(startMs + dayMs)] as const;

/** Dana was met at the fair in spring, and somebody who turns out to be her at the mixer today; Otis there, too. */
async function meetAgain() {
  const open = openStore();
  const { store, clock, context, db } = open;
  clock.nowMs = startMs - 250 * dayMs;
  const first = await store.savePerson(capture({ name: 'Dana Ruiz', where: 'Street fair' }), undefined);
  clock.nowMs = startMs + 60_000;
  const second = await store.savePerson(capture({ name: 'Dana R.', where: 'Mixer' }), undefined);
  clock.nowMs += 60_000;
  await store.savePerson(capture({ name: 'Otis', where: 'Mixer' }), undefined);
  clock.nowMs += 60_000;
  const mixer = (await db.occasion.toArray()).find(({ values }) => values['name'] === 'Mixer')?.id ?? '';
  const parts = { ...mergeActions(context), ...lookBackQueries(context), ...occasionQueries(context) };
  return { ...open, ...parts, first, second, mixer };
}

test('whoever is put into somebody met before was met today all the same, at that occasion', async () => {
  const { store, first, second, mergePeople, unmergePeople } = await meetAgain();
  const met = async () =>
    (await store.listPeopleMet(...today)).map(({ person, occasion }) => [person.name, occasion?.name]);
  expect(await met()).toEqual([
    ['Otis', 'Mixer'],
    ['Dana R.', 'Mixer'],
  ]);
  await mergePeople(first, second, []);
  expect(await met()).toEqual([
    ['Otis', 'Mixer'],
    ['Dana Ruiz', 'Mixer'],
  ]);
  const dana = (await store.listPeopleMet(...today))[1]?.person;
  expect(dana).toMatchObject({ id: first, metAt: iso(startMs + 60_000), lookedAt: null });
  // Their page says since when they are known.
  expect((await store.readPerson(first))?.person.metAt).toBe(iso(startMs - 250 * dayMs));
  await unmergePeople(second);
  expect(await met()).toHaveLength(2);
  await mergePeople(first, second, []);
  await store.deletePerson(first);
  expect(await met()).toEqual([['Otis', 'Mixer']]);
});

test('two tags of one meeting are one', async () => {
  const { store, clock, second, mergePeople } = await meetAgain();
  const twice = await store.savePerson(capture({ name: 'Dana' }), undefined);
  clock.nowMs += 60_000;
  await mergePeople(second, twice, []);
  expect(await store.listPeopleMet(...today)).toMatchObject([
    { person: { name: 'Otis' } },
    { person: { id: second, metAt: iso(startMs + 60_000) }, occasion: { name: 'Mixer' } },
  ]);
});

test('the occasion’s page and the look back have them, once', async () => {
  const { store, first, second, mixer, mergePeople, readOccasion, readLookBack } = await meetAgain();
  await store.addNote(second, 'A beagle.', undefined);
  await mergePeople(first, second, []);
  const page = await readOccasion(mixer, 60);
  expect(page?.met).toBe(2);
  expect(page?.people).toMatchObject([
    { person: { name: 'Otis' } },
    { person: { name: 'Dana Ruiz', metAt: iso(startMs + 60_000) }, notes: [{ text: 'A beagle.' }] },
  ]);
  const november = await readLookBack('2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z', 'UTC');
  expect(november).toMatchObject({ met: 2, known: 1 });
  expect(november.occasions).toMatchObject([
    { occasion: { name: 'Mixer' }, people: [{ label: 'Dana Ruiz', isKnown: true }, { label: 'Otis' }] },
  ]);
  const year = await readLookBack('2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z', 'UTC');
  expect(year).toMatchObject({ met: 2 });
});

test('who came out of a file was met by nobody, also when put into somebody', async () => {
  const { store, first, clock, mergePeople } = await meetAgain();
  const imported = await store.savePerson(capture({ name: 'Dana', isImported: true }), undefined);
  clock.nowMs += 60_000;
  await mergePeople(first, imported, []);
  expect((await store.listPeopleMet(...today)).map(({ person }) => person.name)).toEqual(['Otis', 'Dana R.']);
});
