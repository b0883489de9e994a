import { describe, expect, test } from 'vitest';
import { nextTouchActions } from '../../../src/store/actions/next-touches.ts';
import { preferenceActions } from '../../../src/store/actions/preferences.ts';
import { touchActions } from '../../../src/store/actions/touches.ts';
import { createAgenda } from '../../../src/store/agenda/create-agenda.ts';
import { everybody } from '../../../src/store/agenda/everybody.ts';
import { agendaQueries } from '../../../src/store/queries/agenda.ts';
import { dueQueries } from '../../../src/store/queries/due.ts';
import { capture, type OpenStore, openStore, startMs } from './open-store.ts';
import { shareRows } from './share-rows.ts';

const detroit = 'America/Detroit';
const tokyo = 'Asia/Tokyo';
const dayMs = 86_400_000;
const call = (on: string) => ({ on, way: 'call' });

function partsOf(open: OpenStore) {
  const { context } = open;
  const { refresh } = createAgenda(context);
  return {
    ...nextTouchActions(context),
    ...preferenceActions(context),
    ...touchActions(context),
    ...agendaQueries(context),
    ...dueQueries(context),
    refresh: (zone = detroit) => refresh(zone),
    countDue: (until: string) => open.db.agenda.where('dueOn').belowOrEqual(until).count(),
    marks: () => open.db.stale.toCollection().primaryKeys(),
    meet: (name: string) => open.store.savePerson(capture({ name }), undefined),
  };
}

async function withDana() {
  const open = openStore();
  const parts = partsOf(open);
  const id = await parts.meet('Dana Lee');
  await parts.refresh();
  return { open, id, ...parts };
}

describe('marks', () => {
  test('whoever is written about is marked, and no longer once it is worked out', async () => {
    const { id, marks, refresh, setNextTouch, markTouch, countStale } = await withDana();
    expect(await marks()).toEqual([]);
    await setNextTouch(id, call('2026-12-01'), detroit);
    expect((await marks()).sort()).toEqual([id, everybody].sort());
    await refresh();
    expect(await countStale()).toBe(0);
    await markTouch(id, 'call', false);
    expect(await marks()).toEqual([id]);
    await refresh();
    expect(await marks()).toEqual([]);
  });

  test('a note says nothing about the days to come', async () => {
    const { open, id, marks } = await withDana();
    await open.db.stale.clear();
    const { store } = open;
    await store.addNote(id, 'A beagle.', undefined);
    expect((await marks()).filter((mark) => mark !== id)).toEqual([]);
  });

  test('many that arrive at once are one mark, and each is worked out', async () => {
    const elsewhere = openStore();
    const theirs = partsOf(elsewhere);
    for (let made = 0; made < 60; made += 1) {
      const id = await theirs.meet(`Number ${made}`);
      if (made < 55) await theirs.setNextTouch(id, call('2026-11-22'), detroit);
    }
    const here = openStore();
    await here.db.stale.clear();
    await shareRows(elsewhere, here);
    const { marks, refresh, countDue, countUnreviewed } = partsOf(here);
    expect(await marks()).toEqual([everybody]);
    await refresh();
    expect(await marks()).toEqual([]);
    expect(await countDue('2026-11-22')).toBe(55);
    expect(await countUnreviewed()).toBe(60);
  });

  test('what is broken off half-way goes on where it was', async () => {
    const { open, marks, refresh, meet, setNextTouch, countDue } = await withDana();
    await setNextTouch(await meet('Jo'), call('2026-11-22'), detroit);
    const name = open.db.name;
    open.db.close();
    const again = openStore(name);
    expect((await partsOf(again).marks()).length).toBeGreaterThan(0);
    await partsOf(again).refresh();
    expect(await partsOf(again).countDue('2026-11-22')).toBe(1);
    void [marks, refresh, countDue];
  });
});

describe('who is in it', () => {
  test('a touch moves somebody out, undone back in', async () => {
    const { open, id, refresh, setNextTouch, markTouch, countDue } = await withDana();
    await setNextTouch(id, call('2026-11-22'), detroit);
    await refresh();
    expect(await countDue('2026-11-22')).toBe(1);
    open.clock.nowMs += 1_000;
    const marked = await markTouch(id, 'visit', false);
    await refresh();
    expect(await countDue('2100-01-01')).toBe(0);
    await marked?.undo();
    await refresh();
    expect(await countDue('2026-11-22')).toBe(1);
  });

  test.each(['contacts', 'own-mail', 'card'] as const)(
    'what they do not hear of is no touch: %s',
    async (way) => {
      const { id, refresh, setNextTouch, markTouch, countDue } = await withDana();
      await setNextTouch(id, call('2026-11-22'), detroit);
      await markTouch(id, way, false);
      await refresh();
      expect(await countDue('2026-11-22')).toBe(1);
    },
  );

  test('what was only tapped is no touch; done, it is one since the tap', async () => {
    const { open, id, refresh, setNextTouch, tapTouch, answerTouch, listDueNow, countDue } = await withDana();
    await setNextTouch(id, call('2026-11-22'), detroit);
    await tapTouch({ personId: id, way: 'call', about: '' }, 'asked');
    await refresh();
    const [due] = (await listDueNow(open.clock.nowMs, 5)).shown;
    expect(due?.asked).toMatchObject({ way: 'call', state: 'asked' });
    await answerTouch(due?.asked?.id ?? '', 'done');
    await refresh();
    expect(await countDue('2100-01-01')).toBe(0);
  });

  test('who is deleted leaves, and is there again when brought back', async () => {
    const { open, id, refresh, setNextTouch, countDue, countUnreviewed } = await withDana();
    await setNextTouch(id, call('2026-11-22'), detroit);
    await open.store.deletePerson(id);
    await refresh();
    expect([await countDue('2026-11-22'), await countUnreviewed()]).toEqual([0, 0]);
    await open.store.undeletePerson(id);
    await refresh();
    expect([await countDue('2026-11-22'), await countUnreviewed()]).toEqual([1, 1]);
  });

  test('who was looked at is not to be reviewed, nor who came out of a file; both can be due', async () => {
    const open = openStore();
    const { meet, refresh, setNextTouch, countDue, listUnreviewed } = partsOf(open);
    const looked = await meet('Dana Lee');
    await open.store.setLookedAt(looked, true);
    const imported = await open.store.savePerson(
      { ...capture({ name: 'Out of a file' }), isImported: true },
      undefined,
    );
    const met = await meet('Jo Kowalski');
    for (const id of [looked, imported, met]) await setNextTouch(id, call('2026-11-22'), detroit);
    await refresh();
    expect((await listUnreviewed()).map(({ person }) => person.name)).toEqual(['Jo Kowalski']);
    expect(await countDue('2026-11-22')).toBe(3);
  });
});

describe('zones', () => {
  test('somebody in Tokyo is due when it is that day there', async () => {
    const { open, id, refresh, setNextTouch, setPersonZone, listDueNow, meet } = await withDana();
    const jo = await meet('Jo Kowalski');
    await setNextTouch(id, call('2026-11-23'), detroit);
    await setNextTouch(jo, call('2026-11-23'), detroit);
    await setPersonZone(id, tokyo);
    await refresh();
    const names = async (ms: number) =>
      (await listDueNow(ms, 5)).shown.map(({ person, late }) => [person.name, late]);
    const tokyoMidnight = Date.UTC(2026, 10, 22, 15);
    expect(await names(tokyoMidnight - 1)).toEqual([]);
    expect(await names(tokyoMidnight)).toEqual([['Dana Lee', 0]]);
    const detroitMidnight = Date.UTC(2026, 10, 23, 5);
    expect((await names(detroitMidnight)).sort()).toEqual([
      ['Dana Lee', 0],
      ['Jo Kowalski', 0],
    ]);
    expect((await names(tokyoMidnight + dayMs)).sort()).toEqual([
      ['Dana Lee', 1],
      ['Jo Kowalski', 0],
    ]);
    void open;
  });

  test('the zone that the agent chooses works everybody out anew; where a device is does not matter then', async () => {
    const { id, refresh, setNextTouch, setPreference, readPlan, markTouch, open } = await withDana();
    await setNextTouch(id, call('2026-11-23'), detroit);
    // 22 November in Detroit, 23 November in Tokyo.
    open.clock.nowMs = startMs + 1_000;
    await markTouch(id, 'call', false);
    await refresh('Europe/London');
    expect(await readPlan(id)).toMatchObject({ dueOn: '2026-11-23', zone: detroit });
    await setPreference({ zone: tokyo });
    await refresh('Europe/London');
    expect(await readPlan(id)).not.toHaveProperty('dueOn');
    await setPreference({ zone: detroit });
    await refresh(tokyo);
    expect(await readPlan(id)).toMatchObject({ dueOn: '2026-11-23', zone: detroit });
  });

  test('two devices in different zones work out the same', async () => {
    const { open: phone, id, refresh, setPlan, readPlan } = await withDana();
    const rhythm = { every: 1, unit: 'week', from: '2026-11-22' } as const;
    await setPlan(id, { next: undefined, rhythm }, detroit);
    await refresh(detroit);
    const laptop = openStore();
    await shareRows(phone, laptop);
    await partsOf(laptop).refresh('Pacific/Auckland');
    expect(await partsOf(laptop).readPlan(id)).toEqual(await readPlan(id));
  });
});

describe('who is due now', () => {
  test('the longest due first, so many of them, and those who are late', async () => {
    const open = openStore();
    const { meet, refresh, setNextTouch, listDueNow } = partsOf(open);
    for (const [name, on] of [
      ['Today', '2026-11-22'],
      ['Long ago', '2026-10-01'],
      ['Tomorrow', '2026-11-23'],
      ['Yesterday', '2026-11-21'],
    ] as const)
      await setNextTouch(await meet(name), call(on), detroit);
    await refresh();
    const { shown, count, overdue } = await listDueNow(open.clock.nowMs, 2);
    expect(shown.map(({ person, late }) => [person.name, late])).toEqual([
      ['Long ago', 52],
      ['Yesterday', 1],
    ]);
    expect([count, overdue.length]).toEqual([3, 2]);
  });

  test('why you like each other: in common, else what was kept, else the latest note', async () => {
    const { open, id, refresh, setNextTouch, listDueNow } = await withDana();
    const { detailActions } = await import('../../../src/store/actions/details.ts');
    const { keepDetail } = detailActions(open.context);
    await setNextTouch(id, call('2026-11-22'), detroit);
    await refresh();
    const why = async () => (await listDueNow(open.clock.nowMs, 5)).shown[0]?.why;
    expect(await why()).toBe('');
    await open.store.addNote(id, 'Runs a bakery.', undefined);
    open.clock.nowMs += 1_000;
    await open.store.addNote(id, 'Wants a yard.', undefined);
    expect(await why()).toBe('Wants a yard.');
    await keepDetail(id, { kind: 'touch', text: 'Call on Tuesday', on: '2026-11-24' });
    expect(await why(), 'the day itself is no reason').toBe('Wants a yard.');
    await keepDetail(id, { kind: 'pets', text: 'A beagle' });
    expect(await why()).toBe('A beagle');
    await keepDetail(id, { kind: 'common', text: 'Both from Lansing' });
    expect(await why()).toBe('Both from Lansing');
  });
});
