import { join } from 'node:path';
import { projectRoot } from '../scripts/project-root.mjs';
import { makePeople } from './harness/make-people.ts';
import type { Figure, Measurement } from './harness/measurement.ts';
import { median, turned } from './harness/statistics.ts';
import { appContender } from './sync/app-contender.ts';
import type { Contender, Moved } from './sync/contender.ts';
import { editFigures, editInTurn, editValues } from './sync/edit-in-turn.ts';
import { installPeers, peersFolder } from './sync/install-peers.ts';
import { preparePage } from './sync/page-contender.ts';
import { servePouchdb } from './sync/serve-pouchdb.ts';
import { serveBare, serveRxdb } from './sync/serve-side.ts';

const allPeople = 10_000;

interface Side {
  readonly name: string;
  readonly push: Moved[];
  readonly pull: Moved[];
}

/**
 * The same people, a row of about 600 bytes each, pushed to a new server and pulled into a new browser
 * profile: by this app, by PouchDB, by RxDB, and by the least that Dexie, gzip and SQLite need. In turn.
 */
export const sync: Measurement = {
  name: 'sync',
  async measure({ runs = 3, scale, tell }) {
    const people = Math.round(allPeople * scale);
    const contenders = await prepareContenders(tell);
    const sides = contenders.map(({ name }): Side => ({ name, push: [], pull: [] }));
    let plainBytes = 0;
    for (let round = 0; round < runs; round++) {
      const made = makePeople({ people, notesEach: 0, handlesEach: 2, seed: round + 1 });
      plainBytes = made.edits.reduce((sum, { edit }) => sum + JSON.stringify(edit).length, 0) / people;
      for (const { name, run } of turned(contenders, round)) {
        const { push, pull } = await run(made);
        const side = sides.find((one) => one.name === name);
        side?.push.push(push);
        side?.pull.push(pull);
        tell(`sync: ${round + 1} of ${runs}, ${name}: ${Math.round(push.ms)} and ${Math.round(pull.ms)} ms`);
      }
    }
    const edits = await editInTurn(scale, runs, tell);
    return {
      figures: [
        { what: 'a person as plain JSON', value: plainBytes, unit: 'bytes' },
        ...sides.flatMap((side) => sideFigures(side, people)),
        ...ratioFigures(sides, 'push', { PouchDB: 4, RxDB: 2.5, bare: 0.85 }),
        ...ratioFigures(sides, 'pull', { PouchDB: 3, bare: 0.9 }),
        ...editFigures(edits),
      ],
      raw: { ...Object.fromEntries(sides.flatMap(sideValues)), ...editValues(edits) },
    };
  },
};

async function prepareContenders(tell: (line: string) => void): Promise<Contender[]> {
  await installPeers(tell);
  return [
    appContender,
    await preparePage({ name: 'bare', folder: join(projectRoot, 'bench/bare-sync'), serve: serveBare }),
    await preparePage({ name: 'PouchDB', folder: join(peersFolder, 'pouchdb'), serve: servePouchdb }),
    await preparePage({ name: 'RxDB', folder: join(peersFolder, 'rxdb'), serve: serveRxdb }),
  ];
}

function sideFigures({ name, push, pull }: Side, people: number): Figure[] {
  const seconds = (moved: readonly Moved[]) => median(moved.map(({ ms }) => ms / 1_000));
  const up = median(push.map(({ bytesUp }) => bytesUp / people));
  const down = median(pull.map(({ bytesDown }) => bytesDown / people));
  return [
    { what: `${name}: push`, value: seconds(push), unit: 's' },
    { what: `${name}: pull`, value: seconds(pull), unit: 's' },
    { what: `${name}: a person, up`, value: up, unit: 'bytes', ...(name === 'app' ? { atMost: 150 } : {}) },
    { what: `${name}: a person, down`, value: down, unit: 'bytes' },
  ];
}

/** The app's rate against each other's, in this run. */
function ratioFigures(sides: readonly Side[], way: 'push' | 'pull', goals: Record<string, number>): Figure[] {
  const times = (name: string) => {
    const moved = sides.find((side) => side.name === name)?.[way] ?? [];
    return median(moved.map(({ ms }) => ms));
  };
  return sides
    .filter(({ name }) => name !== 'app')
    .map(({ name }): Figure => {
      const figure = {
        what: `${way} rate, app / ${name}`,
        value: times(name) / times('app'),
        unit: 'times',
      } as const;
      const atLeast = goals[name];
      return atLeast === undefined ? figure : { ...figure, atLeast };
    });
}

function sideValues({ name, push, pull }: Side): [string, number[]][] {
  return [
    [`${name}, push ms`, push.map(({ ms }) => ms)],
    [`${name}, pull ms`, pull.map(({ ms }) => ms)],
    [`${name}, push bytes up`, push.map(({ bytesUp }) => bytesUp)],
    [`${name}, pull bytes down`, pull.map(({ bytesDown }) => bytesDown)],
  ];
}
