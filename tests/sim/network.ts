import type { SyncRequest } from '../../src/protocol/sync.ts';
import type {
  FileAnswer,
  FileName,
  FilePart,
  FileTransport,
  PartAnswer,
  SendOutcome,
  Transport,
  Unanswered,
} from '../../src/sync/ports.ts';
import { recordVouching } from './file-ledger.ts';
import type { SimulatedServer } from './simulated-server.ts';
import type { Tab, Waiting, World } from './world.ts';

/** No answer within a minute is none (docs/sync.md S-18). */
const patienceMs = 60_000;
const unreachable = { kind: 'unreachable' } as const;

/** One request, and what the server makes of it whenever a copy of it arrives. */
interface Errand<T> {
  /** Under the lock, and so the only one of its device. */
  readonly isSender: boolean;
  readonly text: string;
  readonly answer: (server: SimulatedServer, device: string) => Promise<T | Unanswered>;
  readonly toText: (answer: T | Unanswered) => string;
}

/** Carries one tab's requests: loses, doubles, delays and so reorders them and their answers. */
export function createTransport(world: World, tab: () => Tab): Transport {
  return {
    send(request) {
      const body = JSON.stringify(request);
      return carry<SendOutcome>(world, tab(), {
        isSender: true,
        text: requestToText(request),
        answer: (server, device) => server.answer(device, body),
        toText: outcomeToText,
      });
    },
  };
}

/** The same for the bytes of files. `isSender`: whether these are uploads, which go under the lock (S-23). */
export function createFileTransport(world: World, tab: () => Tab, isSender: boolean): FileTransport {
  const errand = (what: string, { account, hash }: FileName) => ({
    isSender,
    text: `${what} of ${hash.slice(0, 4)} to ${account}`,
    toText: fileAnswerToText,
  });
  return {
    readState: (file) =>
      carry<Exclude<FileAnswer, { kind: 'damaged' }>>(world, tab(), {
        ...errand('what is there', file),
        async answer(server, device) {
          const answer = await server.readFileState(device, file);
          const isWhole = answer.kind === 'state' && answer.state.isComplete;
          if (isWhole && !isSender) recordVouching(world, tab().device, file.hash);
          return answer;
        },
      }),
    putPart(file, { from, of, bytes }) {
      const part: FilePart = { from, of, bytes: bytes.slice() };
      return carry<FileAnswer>(world, tab(), {
        ...errand(`${from}+${bytes.length} of ${of}`, file),
        answer: (server, device) => server.putPart(device, file, part),
      });
    },
    getPart: (file, from) =>
      carry<PartAnswer>(world, tab(), {
        ...errand(`the wish for what follows ${from}`, file),
        answer: (server, device) => server.getPart(device, file, from, world.settings.partBytes),
      }),
  };
}

/** What waits for an answer waits no longer; its request may still arrive. */
export function breakOff(tab: Tab): void {
  for (const waiting of [...tab.waiting]) waiting.giveUp();
}

function carry<T>(world: World, tab: Tab, errand: Errand<T>): Promise<T | Unanswered> {
  return new Promise((resolve) => post(world, tab, errand, resolve));
}

function post<T>(
  world: World,
  tab: Tab,
  errand: Errand<T>,
  resolve: (outcome: T | Unanswered) => void,
): void {
  const { random, scheduler, settings } = world;
  if (errand.isSender) checkOneSender(world, tab);
  const settle = (outcome: T | Unanswered, epoch: number) => {
    if (!tab.waiting.delete(waiting) || !tab.isAlive) return;
    if (errand.isSender) tab.answerEpoch = epoch;
    resolve(outcome);
  };
  const waiting: Waiting = {
    isSender: errand.isSender,
    giveUp: () => settle(unreachable, tab.answerEpoch),
  };
  tab.waiting.add(waiting);
  world.tell(() => `${tab.name} sends ${errand.text}`);
  if (!tab.device.isOnline) {
    scheduler.after(1, () => settle(unreachable, 0));
    return;
  }
  scheduler.after(patienceMs, () => settle(unreachable, 0));
  const copies = random.chance(settings.doubled) ? 2 : 1;
  for (let copy = 0; copy < copies; copy += 1) {
    if (random.chance(settings.lost)) continue;
    scheduler.after(drawDelay(world), () => void arrive(world, tab, errand, settle));
  }
}

async function arrive<T>(
  world: World,
  tab: Tab,
  errand: Errand<T>,
  settle: (outcome: T | Unanswered, epoch: number) => void,
): Promise<void> {
  const { random, scheduler, server, settings } = world;
  const { life, epoch } = server;
  if (!server.isUp) {
    const outcome = random.chance(0.5) ? unreachable : { kind: 'failed' as const, retryAfterMs: 5_000 };
    scheduler.after(drawDelay(world), () => settle(outcome, 0));
    return;
  }
  const outcome = await errand.answer(server, tab.device.name).catch((error: unknown) => {
    world.fail(`S-19 what was sent is not what the protocol says: ${String(error)}`);
    return unreachable;
  });
  world.tell(() => `the server answers ${tab.name}: ${errand.toText(outcome)}`);
  if (random.chance(settings.lost)) return;
  scheduler.after(drawDelay(world), () => settle(server.life === life ? outcome : unreachable, epoch));
}

function drawDelay({ random, settings }: World): number {
  return random.chance(settings.slow) ? random.next() * 90_000 : random.next() * 300;
}

/** One sender over all tabs of a device that live (S-17). */
function checkOneSender(world: World, tab: Tab): void {
  const isSending = ({ isAlive, waiting }: Tab) => isAlive && [...waiting].some(({ isSender }) => isSender);
  const other = tab.device.tabs.find(isSending);
  if (other !== undefined) world.fail(`S-17 ${tab.name} sends while ${other.name} waits for an answer`);
}

const shorten = (text: string | null) => text?.slice(0, 4) ?? 'none';

function requestToText({ account, head, cursor, edits }: SyncRequest): string {
  const changes = edits.map(({ id, stamp, values }) => `${id.slice(-4)}.${Object.keys(values)}@${stamp}`);
  return `to ${account}, head ${shorten(head)}, cursor ${cursor}: ${changes.join(', ') || 'nothing'}`;
}

function outcomeToText(outcome: SendOutcome): string {
  if (outcome.kind !== 'answered') return outcome.kind;
  const { head, isHeadKnown, acknowledged, refused, rows, cursor, more } = outcome.response;
  const counts = `${acknowledged.length} taken, ${refused.length} refused, ${rows.length} rows`;
  return `head ${shorten(head)}${isHeadKnown ? '' : ' (yours is unknown)'}, ${counts}, cursor ${cursor}${more ? ', more' : ''}`;
}

function fileAnswerToText(answer: FileAnswer | PartAnswer): string {
  if (answer.kind === 'part') return `${answer.bytes.length} bytes`;
  if (answer.kind !== 'state') return answer.kind;
  return `${answer.state.received} bytes${answer.state.isComplete ? ', which is all' : ''}`;
}
