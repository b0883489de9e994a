import { describe, expect, test } from 'vitest';
import { createSyncEngine } from '../../../src/sync/engine.ts';
import type { Lock, SendOutcome, Timer, Transport } from '../../../src/sync/ports.ts';
import type { SyncOutcome } from '../../../src/sync/round.ts';
import {
  acknowledge,
  type FakeStore,
  fakeStore,
  makeEdit,
  noFiles,
  noFileTransport,
  scriptedTransport,
} from './fake-ports.ts';

interface FakeTimer {
  readonly run: () => void;
  readonly ms: number;
  isCancelled: boolean;
}

interface EngineParts {
  readonly store?: FakeStore;
  readonly transport: Transport;
  readonly lock?: Lock;
  readonly random?: number;
}

function makeEngine({ store = fakeStore(), transport, lock = (run) => run(), random = 0 }: EngineParts) {
  const clock = { nowMs: 1_000_000 };
  const timers: FakeTimer[] = [];
  const outcomes: SyncOutcome[] = [];
  const timer: Timer = (run, ms) => {
    const mine = { run, ms, isCancelled: false };
    timers.push(mine);
    return () => {
      mine.isCancelled = true;
    };
  };
  const onOutcome = (outcome: SyncOutcome) => void outcomes.push(outcome);
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  const engine = createSyncEngine({
    store,
    transport,
    files: noFiles,
    fileTransport: noFileTransport,
    lock,
    timer,
    nowMs: () => clock.nowMs,
    random: () => random,
    onError,
    onOutcome,
  });
  return { engine, timers, outcomes, errors, clock };
}

/** A transport whose every answer waits until the test lets it go. */
function heldTransport() {
  const waiting: (() => void)[] = [];
  let requests = 0;
  const transport: Transport = {
    send: (request) => {
      requests += 1;
      return new Promise<SendOutcome>((resolve) => {
        waiting.push(() => resolve(acknowledge()(request)));
      });
    },
  };
  return {
    transport,
    count: () => requests,
    async answer() {
      await settled();
      waiting.shift()?.();
      await settled();
    },
  };
}

/** Every promise that can go on without the test has gone on. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
const unreachable = { kind: 'unreachable' } as const;

describe('the engine', () => {
  test('S-17 a request runs a round and answers with its outcome', async () => {
    const store = fakeStore([makeEdit(0)]);
    const { engine, outcomes, timers } = makeEngine({ store, transport: scriptedTransport(acknowledge()) });
    expect(await engine.request()).toEqual({ kind: 'done' });
    expect(outcomes).toEqual([{ kind: 'done' }]);
    expect(store.outbox).toEqual([]);
    expect(timers).toEqual([]);
  });

  test('S-17 requests during a round are followed by one more round, however many there were', async () => {
    const held = heldTransport();
    const { engine, outcomes } = makeEngine({ transport: held.transport });
    const first = engine.request();
    const later = [engine.request(), engine.request(), engine.request()];
    await held.answer();
    await first;
    expect(held.count()).toBe(2);
    await held.answer();
    await Promise.all(later);
    expect(held.count()).toBe(2);
    expect(outcomes).toHaveLength(2);
  });

  test('S-17 the round that follows sends what the one under way could not have read', async () => {
    const held = heldTransport();
    const store = fakeStore();
    const { engine } = makeEngine({ store, transport: held.transport });
    const first = engine.request();
    await settled();
    store.outbox.push(makeEdit(0));
    const second = engine.request();
    await held.answer();
    expect(await first).toEqual({ kind: 'done' });
    await held.answer();
    await second;
    expect(store.outbox).toEqual([]);
  });

  test('S-17 a request during the following round gets one of its own', async () => {
    const held = heldTransport();
    const { engine } = makeEngine({ transport: held.transport });
    const requests = [engine.request(), engine.request()];
    await held.answer();
    requests.push(engine.request());
    await held.answer();
    await held.answer();
    await Promise.all(requests);
    expect(held.count()).toBe(3);
  });

  test('S-17 a round runs under the lock, from its first read to its last write', async () => {
    const events: string[] = [];
    const store = fakeStore([makeEdit(0)]);
    const { readPosition, settle } = store;
    store.readPosition = () => {
      events.push('read');
      return readPosition();
    };
    store.settle = (...answer) => {
      events.push('write');
      return settle(...answer);
    };
    const lock: Lock = async (run) => {
      events.push('locked');
      const result = await run();
      events.push('free');
      return result;
    };
    const { engine } = makeEngine({ store, lock, transport: scriptedTransport(acknowledge()) });
    await engine.request();
    expect(events).toEqual(['locked', 'read', 'write', 'free']);
  });

  test('S-17 nothing is sent while somebody else holds the lock', async () => {
    let free = () => {};
    const held = new Promise<void>((resolve) => {
      free = resolve;
    });
    const transport = scriptedTransport(acknowledge());
    const { engine } = makeEngine({ transport, lock: (run) => held.then(run) });
    const request = engine.request();
    await settled();
    expect(transport.requests).toEqual([]);
    free();
    expect(await request).toEqual({ kind: 'done' });
  });

  test('S-17 a round that breaks does not keep the next from running', async () => {
    const store = fakeStore();
    const { readPosition } = store;
    store.readPosition = () => {
      store.readPosition = readPosition;
      return Promise.reject(new Error('the database is gone'));
    };
    const { engine, errors } = makeEngine({ store, transport: scriptedTransport(acknowledge()) });
    const broken = engine.request();
    const next = engine.request();
    expect(await broken).toEqual({ kind: 'failed' });
    expect(errors).toEqual([new Error('the database is gone')]);
    expect(await next).toEqual({ kind: 'done' });
  });
});

describe('without an answer', () => {
  test('S-18 tries again later and later, and at once in the old way after it worked', async () => {
    const transport = scriptedTransport(unreachable, unreachable, unreachable, acknowledge(), unreachable);
    const { engine, timers } = makeEngine({ transport });
    await engine.request();
    for (let i = 0; i < 3; i++) {
      timers.at(-1)?.run();
      await settled();
    }
    expect(timers.map(({ ms }) => ms)).toEqual([1_000, 2_000, 4_000]);
    await engine.request();
    expect(timers.at(-1)?.ms).toBe(1_000);
  });

  test('S-18 waits as long as the server asked', async () => {
    const transport = scriptedTransport({ kind: 'failed', retryAfterMs: 60_000 });
    const { engine, timers } = makeEngine({ transport });
    await engine.request();
    expect(timers.map(({ ms }) => ms)).toEqual([60_000]);
  });

  test.each(['readPosition', 'readBatch', 'settle', 'markSignedOut'] as const)(
    'S-18 tries again after the device’s own database broke at %s',
    async (place) => {
      const store = fakeStore([makeEdit(0)]);
      const works = store[place];
      const gone = new Error('the database is gone');
      Object.assign(store, { [place]: () => Promise.reject(gone) });
      const first = place === 'markSignedOut' ? ({ kind: 'signed-out' } as const) : acknowledge();
      const isAsked = place === 'settle' || place === 'markSignedOut';
      const transport = scriptedTransport(...(isAsked ? [first] : []), acknowledge());
      const { engine, timers, outcomes, errors } = makeEngine({ store, transport });
      expect(await engine.request()).toEqual({ kind: 'failed' });
      expect(errors).toEqual([gone]);
      expect(timers.map(({ ms }) => ms)).toEqual([1_000]);
      Object.assign(store, { [place]: works });
      timers[0]?.run();
      await settled();
      expect(outcomes).toEqual([{ kind: 'failed' }, { kind: 'done' }]);
      expect(store.outbox).toEqual([]);
      expect(errors).toHaveLength(1);
    },
  );

  test('S-18 waits longer each time that the device’s own database breaks', async () => {
    const store = fakeStore();
    store.readPosition = () => Promise.reject(new Error('the database is gone'));
    const { engine, timers } = makeEngine({ store, transport: scriptedTransport() });
    for (let i = 0; i < 3; i++) await engine.request();
    expect(timers.map(({ ms }) => ms)).toEqual([1_000, 2_000, 4_000]);
  });

  test('S-18 spreads the tries of many devices', async () => {
    const { engine, timers } = makeEngine({ transport: scriptedTransport(unreachable), random: 0.5 });
    await engine.request();
    expect(timers.map(({ ms }) => ms)).toEqual([1_500]);
  });

  test('S-18 drops nothing and sends it when there is an answer again', async () => {
    const store = fakeStore([makeEdit(0), makeEdit(1)]);
    const transport = scriptedTransport(unreachable, { kind: 'failed' }, acknowledge());
    const { engine, timers, outcomes } = makeEngine({ store, transport });
    await engine.request();
    timers[0]?.run();
    await settled();
    expect(store.outbox).toHaveLength(2);
    timers[1]?.run();
    await settled();
    expect(store.outbox).toEqual([]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['unreachable', 'failed', 'done']);
  });

  test('S-18 a trigger in between takes the place of the try that waits', async () => {
    const transport = scriptedTransport(unreachable, acknowledge());
    const { engine, timers } = makeEngine({ transport });
    await engine.request();
    expect(timers[0]?.isCancelled).toBe(false);
    await engine.request();
    expect(timers[0]?.isCancelled).toBe(true);
    expect(timers).toHaveLength(1);
  });

  test.each([{ kind: 'signed-out' }, { kind: 'outdated' }] as const)(
    'S-18 $kind is not tried again by itself: a person has to act',
    async (outcome) => {
      const { engine, timers, outcomes } = makeEngine({ transport: scriptedTransport(outcome) });
      expect(await engine.request()).toEqual(outcome);
      expect(timers).toEqual([]);
      expect(outcomes).toEqual([outcome]);
    },
  );

  test('S-18 no trigger sends while the server asked for a pause, and it goes on by itself afterwards', async () => {
    const transport = scriptedTransport({ kind: 'failed', retryAfterMs: 60_000 }, acknowledge());
    const { engine, timers, clock } = makeEngine({ transport });
    await engine.request();
    clock.nowMs += 20_000;
    expect(await engine.request()).toEqual({ kind: 'failed', retryAfterMs: 40_000 });
    expect(transport.requests).toHaveLength(1);
    expect(timers.filter(({ isCancelled }) => !isCancelled).map(({ ms }) => ms)).toEqual([40_000]);
    clock.nowMs += 40_000;
    timers.at(-1)?.run();
    await settled();
    expect(transport.requests).toHaveLength(2);
  });

  test('S-18 a clock that is set back, and a server that asks for a year, pause nothing for long', async () => {
    const year = { kind: 'failed', retryAfterMs: 365 * 86_400_000 } as const;
    const transport = scriptedTransport(year, year, acknowledge());
    const { engine, timers, clock } = makeEngine({ transport });
    await engine.request();
    expect(timers.at(-1)?.ms).toBe(3_600_000);
    clock.nowMs -= 10;
    await engine.request();
    expect(transport.requests).toHaveLength(2);
    clock.nowMs += 3_600_000;
    expect(await engine.request()).toEqual({ kind: 'done' });
  });

  test('S-18 a stopped engine tries no more', async () => {
    const { engine, timers } = makeEngine({ transport: scriptedTransport(unreachable, unreachable) });
    await engine.request();
    engine.stop();
    expect(timers[0]?.isCancelled).toBe(true);
    await engine.request();
    expect(timers).toHaveLength(1);
  });
});
