import type { Figure } from '../harness/measurement.ts';
import { median, ratio, turned } from '../harness/statistics.ts';
import { type OneEdit, openSyncedDevice } from './one-edit.ts';

const few = 1_000;
const many = 50_000;
const editsARun = 4;

export interface EditsInTurn {
  readonly few: readonly OneEdit[];
  readonly many: readonly OneEdit[];
}

/** One field changed on a device with few and on one with many people, both open, in turn. */
export async function editInTurn(
  scale: number,
  runs: number,
  tell: (line: string) => void,
): Promise<EditsInTurn> {
  tell(`sync: bringing ${few} and ${many} people to two devices`);
  const devices = [
    { device: await openSyncedDevice(few), edits: [] as OneEdit[] },
    { device: await openSyncedDevice(Math.max(few, many * scale)), edits: [] as OneEdit[] },
  ] as const;
  try {
    // The first two of each are not counted: they load and compile what later ones find.
    for (let count = -2; count < editsARun * runs; count++) {
      for (const { device, edits } of turned(devices, count + 2)) {
        const edit = await device.editOnce(count);
        if (count >= 0) edits.push(edit);
      }
    }
  } finally {
    for (const { device } of devices) await device.close();
  }
  const [small, large] = devices;
  return { few: small.edits, many: large.edits };
}

export function editFigures(edits: EditsInTurn): Figure[] {
  const all = [...edits.few, ...edits.many];
  const ms = (side: readonly OneEdit[]) => side.map((edit) => edit.ms);
  const most = (of: (edit: OneEdit) => number) => Math.max(...all.map(of));
  return [
    {
      what: `one edit among ${many} people: save to acknowledged`,
      value: median(ms(edits.many)),
      unit: 'ms',
    },
    {
      what: `${many} / ${few} people`,
      value: ratio(ms(edits.many), ms(edits.few)),
      unit: 'times',
      atMost: 1.2,
    },
    { what: 'requests, at most', value: most(({ requests }) => requests), unit: 'times', atMost: 1 },
    { what: 'its body, at most', value: most(({ bodyBytes }) => bodyBytes), unit: 'bytes', atMost: 1_000 },
    { what: 'with headers, at most', value: most(({ socketBytes }) => socketBytes), unit: 'bytes' },
  ];
}

export function editValues({ few: small, many: large }: EditsInTurn): Record<string, number[]> {
  return {
    [`one edit, ${few} people, ms`]: small.map(({ ms }) => ms),
    [`one edit, ${many} people, ms`]: large.map(({ ms }) => ms),
    'one edit, bytes at the socket': [...small, ...large].map(({ socketBytes }) => socketBytes),
  };
}
