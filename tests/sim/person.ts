import type { Store } from '../../src/store/store.ts';
import { acceptError, openActions, openTab } from './device.ts';
import { bringBackPicture, deletePicture, lookAtPicture, makeAllRoom, takePicture } from './pictures.ts';
import type { Device, Tab, World } from './world.ts';

interface Action {
  readonly name: string;
  readonly weight: number;
  readonly run: (turn: Turn) => Promise<unknown>;
}

/** One person's doing one thing in one tab. */
interface Turn {
  readonly world: World;
  readonly tab: Tab;
  readonly store: ReturnType<typeof openActions>;
  /** Somebody who is on this device; empty for nobody. */
  readonly about: string;
  readonly text: () => string;
}

const places: readonly string[] = ['Fair', 'Train', ''];

/** Does one thing in one of the device's pages, if one is open. */
export function act(world: World, device: Device): void {
  const { random, settings } = world;
  const tab = random.pick(device.tabs.filter(({ isWorker }) => !isWorker));
  if (tab === undefined) return;
  if (random.chance(settings.crash)) {
    tab.stepsLeft = random.between(1, 60);
    tab.isDeviceDoomed = random.chance(0.3);
  }
  const action = pickWeighted(world, listActions(world, device));
  const about = pickPerson(world, device);
  const turn = { world, tab, store: openActions(world, tab), about, text: () => drawText(world) };
  world.tell(() => `${tab.name} ${action.name} ${about.slice(-4)}`);
  action.run(turn).then(
    () => world.tell(() => `${tab.name} has done ${action.name}`),
    (error: unknown) => acceptError(world, error),
  );
}

const actions: readonly Action[] = [
  { name: 'meets somebody', weight: 4, run: meetSomebody },
  {
    name: 'renames',
    weight: 4,
    run: ({ store, about, world, text }) =>
      store.editLine(about, world.random.chance(0.7) ? 'name' : 'company', text()),
  },
  {
    name: 'changes a number of',
    weight: 1,
    run: ({ store, about, world, text }) =>
      store.editEntry(
        about,
        { field: 'phone', entryId: pickEntry(world, about, 'phone') },
        { typed: text(), isUnread: true },
      ),
  },
  {
    name: 'changes an address of',
    weight: 1,
    run: ({ store, about, world }) =>
      store.editEntry(
        about,
        { field: 'email', entryId: pickEntry(world, about, 'email') },
        { typed: world.random.chance(0.2) ? '' : `${world.random.below(1_000)}@x.org` },
      ),
  },
  {
    name: 'moves to a place',
    weight: 1,
    run: ({ store, about, world }) => store.editWhereMet(about, world.random.pick(places) ?? ''),
  },
  {
    name: 'notes about',
    weight: 2,
    run: ({ store, about, text }) => store.addNote(about, text(), undefined),
  },
  {
    name: 'looks at',
    weight: 1,
    run: ({ store, about, world }) =>
      about === '' ? Promise.resolve() : store.setLookedAt(about, world.random.chance(0.5)),
  },
  {
    name: 'deletes',
    weight: 1,
    run: ({ store, about }) => (about === '' ? Promise.resolve() : store.deletePerson(about)),
  },
  {
    name: 'brings back',
    weight: 1,
    run: ({ store, about }) => (about === '' ? Promise.resolve() : store.undeletePerson(about)),
  },
  { name: 'reads numbers', weight: 1, run: ({ store }) => store.readNumbers(async () => '+4930123456') },
  { name: 'mends what was refused', weight: 2, run: ({ store, tab }) => mendRefused(store, tab.device, 1) },
  { name: 'has the refused tried again', weight: 0.5, run: ({ store }) => store.retryRefused() },
  {
    name: 'syncs',
    weight: 2,
    run: ({ tab }) => tab.engine.request(),
  },
  {
    name: 'opens a tab',
    weight: 1,
    run: async ({ world, tab }) => openTab(world, tab.device),
  },
];

const withPictures: readonly Action[] = [
  { name: 'takes a picture of', weight: 4, run: takePicture },
  { name: 'looks at a picture', weight: 2, run: lookAtPicture },
  { name: 'makes room', weight: 2, run: makeAllRoom },
  { name: 'deletes a picture', weight: 0.3, run: deletePicture },
  { name: 'brings back a picture', weight: 0.3, run: bringBackPicture },
];

/** Nobody does anything with pictures where there is none. */
function listActions({ settings: { pictures } }: World, { disk }: Device): readonly Action[] {
  if (pictures === 0 || disk.records('person').size === 0) return actions;
  const possible = disk.records('file').size > 0 ? withPictures : withPictures.slice(0, 1);
  return [...actions, ...possible.map((action) => ({ ...action, weight: action.weight * pictures }))];
}

function meetSomebody({ store, world, text }: Turn): Promise<unknown> {
  const { random } = world;
  return store.savePerson(
    {
      name: text(),
      company: random.chance(0.3) ? text() : '',
      where: random.pick(places) ?? '',
      occasionId: undefined,
      phone: { typed: random.chance(0.3) ? '030 123456' : '', isUnread: true },
      email: random.chance(0.3) ? `${random.below(1_000)}@x.org` : '',
      handle: { typed: '' },
    },
    undefined,
  );
}

/** Writes something else where something was refused, for at most so many of them. */
export async function mendRefused(store: Store, device: Device, most: number): Promise<void> {
  for (const { stamp, personId } of (await store.listRefused()).slice(0, most)) {
    const parked = device.disk.records('parked').get(stamp) as
      | { edit: { values: Record<string, unknown> } }
      | undefined;
    if (personId === undefined || parked === undefined) continue;
    for (const field of Object.keys(parked.edit.values)) {
      if (await writeAnew(store, personId, field)) continue;
      // Nobody edits somebody who is deleted.
      await store.undeletePerson(personId);
      await writeAnew(store, personId, field);
    }
  }
}

async function writeAnew(store: Store, personId: string, field: string): Promise<boolean> {
  if (field === 'name' || field === 'company') return store.editLine(personId, field, 'mended');
  const [name, entryId] = field.split('/');
  return name === 'phone'
    ? store.editEntry(personId, { field: 'phone', entryId }, { typed: 'mended' })
    : true;
}

/** Each text is of its own; some no database takes, for they are too long. */
function drawText({ random, settings, scheduler }: World): string {
  const text = `text ${scheduler.countEvents()} ${random.below(1_000)}`;
  return random.chance(settings.bad) ? text.padEnd(2_001, 'x') : text;
}

/** One of few, so that devices meet in the same rows. */
function pickPerson({ random }: World, device: Device): string {
  const ids = [...device.disk.records('person').keys()].sort();
  return random.pick(random.chance(0.7) ? ids.slice(0, 3) : ids) ?? '';
}

/** An entry that is there, or undefined for a new one. */
function pickEntry({ random, devices }: World, about: string, field: string): string | undefined {
  const row = devices
    .map(({ disk }) => disk.records('person').get(about))
    .find((known) => known !== undefined);
  const { values = {} } = (row ?? {}) as { values?: Record<string, unknown> };
  const keys = Object.keys(values).filter((key) => key.startsWith(`${field}/`));
  return random.chance(0.3) ? undefined : random.pick(keys)?.slice(field.length + 1);
}

function pickWeighted({ random }: World, list: readonly Action[]): Action {
  const total = list.reduce((sum, { weight }) => sum + weight, 0);
  let left = random.next() * total;
  const found = list.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  return found ?? (list[0] as Action);
}
