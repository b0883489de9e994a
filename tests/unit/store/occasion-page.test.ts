import { describe, expect, test } from 'vitest';
import { nextTouchActions } from '../../../src/store/actions/next-touches.ts';
import { occasionActions } from '../../../src/store/actions/occasions.ts';
import { refreshAgenda } from '../../../src/store/agenda/refresh-agenda.ts';
import { lookBackQueries } from '../../../src/store/queries/look-back.ts';
import { occasionQueries } from '../../../src/store/queries/occasion-page.ts';
import { capture, type OpenStore, openStore } from './open-store.ts';

const dayMs = 86_400_000;

async function meet(open: OpenStore, name: string, where: string): Promise<string> {
  open.clock.nowMs += 60_000;
  return open.store.savePerson(capture({ name, where }), undefined);
}

/** As if another device, without signal, had met somebody there. */
async function meetElsewhere(open: OpenStore, name: string, where: string): Promise<void> {
  const there = openStore();
  there.clock.nowMs = open.clock.nowMs + dayMs;
  await meet(there, name, where);
  await open.db.occasion.bulkPut(await there.db.occasion.toArray());
  await open.db.person.bulkPut(await there.db.person.toArray());
}

const occasionIds = async ({ db }: OpenStore) => (await db.occasion.toArray()).map(({ id }) => id);

describe('an occasion’s page', () => {
  test('has everybody met there, latest first, also where two devices made it', async () => {
    const open = openStore();
    const dana = await meet(open, 'Dana', 'Mixer');
    await meet(open, 'Otis', 'Museum');
    await meetElsewhere(open, 'Priya', 'MIXER');
    await open.store.addNote(dana, 'A beagle.', undefined);
    await nextTouchActions(open.context).setNextTouch(dana, { on: '2026-12-01', way: 'call' }, 'UTC');
    await refreshAgenda(open.context, 'UTC');
    const ids = await occasionIds(open);
    const mixers = (await open.db.occasion.toArray()).filter(({ values }) => values['name'] !== 'Museum');
    expect([ids.length, mixers.length]).toEqual([3, 2]);
    for (const { id } of mixers) {
      const page = await occasionQueries(open.context).readOccasion(id, 60);
      expect(page?.people.map(({ person }) => person.name)).toEqual(['Priya', 'Dana']);
      expect(page?.people[1]).toMatchObject({
        notes: [{ text: 'A beagle.' }],
        plan: { dueOn: '2026-12-01' },
      });
    }
    const latest = await occasionQueries(open.context).readOccasion(mixers[0]?.id ?? '', 1);
    expect([latest?.met, latest?.people.map(({ person }) => person.name)]).toEqual([2, ['Priya']]);
    await open.store.deletePerson(dana);
    const left = await occasionQueries(open.context).readOccasion(mixers[0]?.id ?? '', 60);
    expect(left?.people.map(({ person }) => person.name)).toEqual(['Priya']);
  });

  test('is none for an id that nobody has', async () => {
    expect(await occasionQueries(openStore().context).readOccasion('nobody', 60)).toBeUndefined();
  });

  test('tells on its day, and the day before, how many were met there', async () => {
    const open = openStore();
    await meet(open, 'Dana', 'Mixer');
    await meetElsewhere(open, 'Priya', 'mixer');
    const { listSoon } = occasionQueries(open.context);
    expect(await listSoon(['2026-12-01'])).toEqual([]);
    const ids = await occasionIds(open);
    await occasionActions(open.context).setAgain(ids, '2026-12-01');
    expect(await listSoon(['2026-11-30', '2026-12-01'])).toMatchObject([{ people: 2 }]);
    expect(await listSoon(['2026-12-02', '2026-12-03'])).toEqual([]);
    await occasionActions(open.context).setAgain(ids, null);
    expect(await listSoon(['2026-12-01'])).toEqual([]);
  });
});

describe('a look back', () => {
  test('has whoever was met in that month, what is known, and who heard, on the agent’s own days', async () => {
    const open = openStore();
    const { readLookBack, readFirstMetAt } = lookBackQueries(open.context);
    expect(await readFirstMetAt()).toBeUndefined();
    const dana = await meet(open, 'Dana', 'Mixer');
    const otis = await meet(open, 'Otis', 'Mixer');
    await open.store.savePerson(capture({ name: 'Imported', isImported: true }), undefined);
    await open.store.addNote(dana, 'A beagle.', undefined);
    const first = (await open.db.person.get(dana))?.values['metAt'];
    open.clock.nowMs = Date.UTC(2026, 10, 23, 3);
    await nextTouchActions(open.context).markTouch(dana, 'call', false);
    await nextTouchActions(open.context).markTouch(otis, 'contacts', false);
    const november = ['2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z'] as const;
    const back = await readLookBack(...november, 'America/Detroit');
    expect(back).toMatchObject({ met: 2, known: 1, heard: 1, soon: { 'same-day': 1 } });
    expect(await readLookBack(...november, 'UTC')).toMatchObject({ soon: { 'next-day': 1 } });
    expect(await readLookBack(november[1], '2027-01-01T00:00:00.000Z', 'UTC')).toMatchObject({ met: 0 });
    expect(await readFirstMetAt()).toBe(first);
  });
});
