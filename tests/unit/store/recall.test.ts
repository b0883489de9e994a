import { describe, expect, test } from 'vitest';
import { jsonToRecall } from '../../../src/domain/recall/recall-state.ts';
import { detailActions } from '../../../src/store/actions/details.ts';
import { recallActions } from '../../../src/store/actions/recall.ts';
import { refreshAgenda } from '../../../src/store/agenda/refresh-agenda.ts';
import { recallQueries } from '../../../src/store/queries/recall.ts';
import { capture, type OpenStore, openStore } from './open-store.ts';

const dayMs = 86_400_000;

async function meet(open: OpenStore, names: readonly string[], where = 'Mixer'): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    open.clock.nowMs += 60_000;
    const id = await open.store.savePerson(capture({ name, where }), undefined);
    await detailActions(open.context).keepDetail(id, { kind: 'other', text: `Story ${open.clock.nowMs}` });
    ids.push(id);
  }
  return ids;
}

const dayOf = ({ clock }: OpenStore) => {
  const midnight = Math.floor(clock.nowMs / dayMs) * dayMs;
  return { from: new Date(midnight).toISOString(), to: new Date(midnight + dayMs).toISOString() };
};

/** Whom this device asks about now. */
async function read(open: OpenStore) {
  await refreshAgenda(open.context, 'UTC');
  return recallQueries(open.context).readRecall(dayOf(open));
}

async function answerAll(open: OpenStore, isRemembered = true): Promise<string[]> {
  const asked: string[] = [];
  for (;;) {
    const next = await read(open);
    if (next.kind !== 'ask') return asked;
    asked.push(next.person.id);
    await recallActions(open.context).answerRecall(next.person.id, isRemembered);
  }
}

describe('whom to remember', () => {
  test('nobody on the day that they were met, three on the next, and no more that day', async () => {
    const open = openStore();
    await meet(open, ['Ana', 'Ben', 'Cleo', 'Dan', 'Eve']);
    expect(await read(open)).toEqual({ kind: 'nothing' });
    open.clock.nowMs += dayMs;
    const asked = await answerAll(open);
    expect(asked).toHaveLength(3);
    expect(new Set(asked).size).toBe(3);
  });

  test('who waits does not wait for ever, and somebody new is asked about besides', async () => {
    const open = openStore();
    const names = Array.from({ length: 26 }, (_, place) => String.fromCharCode(65 + place).repeat(3));
    await meet(open, names);
    const asked: string[][] = [];
    for (let day = 0; day < 8; day += 1) {
      open.clock.nowMs += dayMs;
      asked.push(await answerAll(open, false));
    }
    const all = asked.flat();
    expect(asked.every((day) => day.length === 3)).toBe(true);
    expect(new Set(all).size, 'some came again').toBeLessThan(all.length);
    expect(new Set(all).size, 'and new ones came').toBeGreaterThan(8);
  });

  test('what another device asked today counts', async () => {
    const open = openStore();
    const ids = await meet(open, ['Ana', 'Ben', 'Cleo', 'Dan', 'Eve']);
    open.clock.nowMs += dayMs;
    for (const id of ids.slice(0, 2)) await recallActions(open.context).answerRecall(id, true);
    expect(await answerAll(open)).toHaveLength(1);
  });

  test('nobody without details, nobody deleted, nobody where there is nobody else', async () => {
    const open = openStore();
    await open.store.savePerson(capture({ name: 'Silent' }), undefined);
    const [ana = ''] = await meet(open, ['Ana']);
    open.clock.nowMs += dayMs;
    expect(await read(open)).toMatchObject({ kind: 'ask', person: { id: ana } });
    await open.store.deletePerson(ana);
    expect(await read(open)).toEqual({ kind: 'nothing' });
    const alone = openStore();
    await meet(alone, ['Ana']);
    alone.clock.nowMs += dayMs;
    expect(await read(alone)).toEqual({ kind: 'nothing' });
  });

  test('put off: nobody more today, and undone somebody again; tomorrow as ever', async () => {
    const open = openStore();
    await meet(open, ['Ana', 'Ben']);
    open.clock.nowMs += dayMs;
    const undo = await recallActions(open.context).putOffRecall(dayOf(open).to);
    expect(await read(open)).toEqual({ kind: 'nothing' });
    await undo();
    expect((await read(open)).kind).toBe('ask');
    await recallActions(open.context).putOffRecall(dayOf(open).to);
    open.clock.nowMs += dayMs;
    expect((await read(open)).kind).toBe('ask');
    expect(await open.db.outbox.filter(({ edit }) => 'recall' in edit.values).count()).toBe(0);
  });

  test('the others to choose from are those of the same occasion first, whoever was met in between', async () => {
    const open = openStore();
    const mixer = ['Ana', 'Ben', 'Cleo'];
    for (const [place, name] of mixer.entries()) {
      await meet(open, [name]);
      await meet(open, [`Xan${place}`, `Yan${place}`, `Zan${place}`], 'Museum');
    }
    const [ana] = await open.db.person.filter(({ values }) => values['name'] === 'Ana').toArray();
    const others = (await open.db.person.toArray()).filter(({ id }) => id !== ana?.id);
    for (const { id } of others) await recallActions(open.context).answerRecall(id, true);
    open.clock.nowMs += dayMs;
    const next = await read(open);
    if (next.kind !== 'ask') throw new Error('nobody is asked about');
    expect([next.person.name, next.occasion?.name]).toEqual(['Ana', 'Mixer']);
    expect(next.question.choices.map(({ text }) => text).sort()).toEqual(mixer);
  });
});

test('an answer is written to the person, and to nobody who is gone', async () => {
  const open = openStore();
  const [ana = ''] = await meet(open, ['Ana', 'Ben']);
  open.clock.nowMs += dayMs;
  expect(await recallActions(open.context).answerRecall(ana, true)).toBe(true);
  const state = jsonToRecall((await open.db.person.get(ana))?.values['recall']);
  expect(state).toMatchObject({ reps: 1, lapses: 0, seenAt: new Date(open.clock.nowMs).toISOString() });
  await open.store.deletePerson(ana);
  expect(await recallActions(open.context).answerRecall(ana, true)).toBe(false);
});
