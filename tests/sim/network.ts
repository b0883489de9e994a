import type { SyncRequest } from '../../src/protocol/sync.ts';
import type { SendOutcome, Transport } from '../../src/sync/ports.ts';
import type { Tab, World } from './world.ts';

/** No answer within a minute is none (docs/sync.md S-18). */
const patienceMs = 60_000;
const unreachable = { kind: 'unreachable' } as const;

/** Carries one tab's requests: loses, doubles, delays and so reorders them and their answers. */
export function createTransport(world: World, tab: () => Tab): Transport {
  return {
    send: (request) => new Promise((resolve) => post(world, tab(), request, resolve)),
  };
}

/** What waits for an answer waits no longer; its request may still arrive. */
export function breakOff(tab: Tab): void {
  tab.sending?.settle(unreachable, tab.answerEpoch);
}

function post(world: World, tab: Tab, request: SyncRequest, resolve: (outcome: SendOutcome) => void): void {
  const { random, scheduler, settings } = world;
  checkOneSender(world, tab);
  const sending = {
    settle(outcome: SendOutcome, epoch: number) {
      if (tab.sending !== sending || !tab.isAlive) return;
      tab.sending = undefined;
      tab.answerEpoch = epoch;
      resolve(outcome);
    },
  };
  tab.sending = sending;
  world.tell(() => `${tab.name} sends ${requestToText(request)}`);
  if (!tab.device.isOnline) {
    scheduler.after(1, () => sending.settle(unreachable, 0));
    return;
  }
  scheduler.after(patienceMs, () => sending.settle(unreachable, 0));
  const body = JSON.stringify(request);
  const copies = random.chance(settings.doubled) ? 2 : 1;
  for (let copy = 0; copy < copies; copy += 1) {
    if (random.chance(settings.lost)) continue;
    scheduler.after(drawDelay(world), () => void arrive(world, tab, body, sending.settle));
  }
}

async function arrive(
  world: World,
  tab: Tab,
  body: string,
  settle: (outcome: SendOutcome, epoch: number) => void,
): Promise<void> {
  const { random, scheduler, server, settings } = world;
  const { life, epoch } = server;
  if (!server.isUp) {
    const outcome = random.chance(0.5) ? unreachable : { kind: 'failed' as const, retryAfterMs: 5_000 };
    scheduler.after(drawDelay(world), () => settle(outcome, 0));
    return;
  }
  const outcome = await server.answer(tab.device.name, body).catch((error: unknown) => {
    world.fail(`S-19 what was sent is not what the protocol says: ${String(error)}`);
    return unreachable;
  });
  world.tell(() => `the server answers ${tab.name}: ${outcomeToText(outcome)}`);
  if (random.chance(settings.lost)) return;
  scheduler.after(drawDelay(world), () => settle(server.life === life ? outcome : unreachable, epoch));
}

function drawDelay({ random, settings }: World): number {
  return random.chance(settings.slow) ? random.next() * 90_000 : random.next() * 300;
}

/** One sender over all tabs of a device that live (S-17). */
function checkOneSender(world: World, tab: Tab): void {
  const other = tab.device.tabs.find(({ isAlive, sending }) => isAlive && sending !== undefined);
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
