import { expect, test } from 'vitest';
import { findFieldProblems } from '../../../src/domain/tables.ts';
import { placeActions } from '../../../src/store/actions/places.ts';
import { capture, openStore } from './open-store.ts';

const clare = { latitude: 43.8192, longitude: -84.7686, accuracy: 12 };

test('a place is remembered once, for the occasion, in a form that the contact database takes', async () => {
  const { store, context, db } = openStore();
  const places = placeActions(context);
  const id = await store.savePerson(capture({ where: 'Mixer' }), undefined);
  const occasionId = (await store.readPerson(id))?.occasion?.id ?? '';
  expect(await places.readPlace(occasionId)).toBeUndefined();
  await places.rememberPlace(occasionId, clare);
  await places.rememberPlace(occasionId, { ...clare, latitude: 1 });
  expect(await places.readPlace(occasionId)).toEqual(clare);
  const edits = (await db.outbox.toArray()).filter(({ edit }) => 'place' in edit.values);
  expect(edits).toHaveLength(1);
  for (const { edit } of edits) expect(findFieldProblems(edit.table, edit.values)).toEqual([]);
  await places.rememberPlace('nowhere', clare);
  expect(await db.occasion.count()).toBe(1);
});

test('nothing is remembered before somebody agreed', async () => {
  const { context } = openStore();
  const places = placeActions(context);
  expect(await places.isRemembering()).toBe(false);
  await places.setRemembering(true);
  expect(await places.isRemembering()).toBe(true);
});
