import { describe, expect, test } from 'vitest';
import { maxBatchBytes, maxBatchEdits } from '../../../src/protocol/sync.ts';
import { protocolVersion } from '../../../src/protocol/version.ts';
import { runSync } from '../../../src/sync/round.ts';
import {
  account,
  acknowledge,
  device,
  fakeStore,
  headA,
  headB,
  makeEdit,
  scriptedTransport,
} from './fake-ports.ts';

const edits = (count: number) => Array.from({ length: count }, (_, index) => makeEdit(index));

describe('a round', () => {
  test('S-4 one request pushes a batch and asks for what came after the cursor', async () => {
    const [edit] = edits(1);
    const replaces = { name: '000000000000aaaaaaaaaa' };
    const store = fakeStore(edit === undefined ? [] : [{ ...edit, replaces }]);
    store.position = { account, device, head: headA, cursor: 7 };
    const transport = scriptedTransport(acknowledge({ cursor: 9 }));
    expect(await runSync(store, transport)).toEqual({ kind: 'done' });
    expect(transport.requests).toEqual([
      {
        protocol: protocolVersion,
        account,
        device,
        head: headA,
        cursor: 7,
        edits: [{ ...edit, replaces }],
      },
    ]);
    expect(store.outbox).toEqual([]);
    expect(store.position?.cursor).toBe(9);
  });

  test('S-4 asks even when nothing is to be pushed', async () => {
    const transport = scriptedTransport(acknowledge());
    expect(await runSync(fakeStore(), transport)).toEqual({ kind: 'done' });
    expect(transport.requests).toHaveLength(1);
  });

  test('S-4 pushes batch after batch until the outbox is empty', async () => {
    const store = fakeStore(edits(2 * maxBatchEdits + 1));
    const transport = scriptedTransport(acknowledge(), acknowledge(), acknowledge());
    expect(await runSync(store, transport)).toEqual({ kind: 'done' });
    expect(transport.requests.map((request) => request.edits.length)).toEqual([
      maxBatchEdits,
      maxBatchEdits,
      1,
    ]);
    expect(store.outbox).toEqual([]);
  });

  test('S-4 pulls page after page, each from the cursor of the one before', async () => {
    const transport = scriptedTransport(
      acknowledge({ cursor: 10, more: true }),
      acknowledge({ cursor: 20, more: true }),
      acknowledge({ cursor: 25 }),
    );
    const store = fakeStore();
    expect(await runSync(store, transport)).toEqual({ kind: 'done' });
    expect(transport.requests.map(({ cursor }) => cursor)).toEqual([0, 10, 20]);
    expect(store.position?.cursor).toBe(25);
  });

  test('S-4 sends what was saved while the last batch was under way', async () => {
    const store = fakeStore(edits(1));
    const transport = scriptedTransport((request) => {
      store.outbox.push(makeEdit(99));
      return acknowledge()(request);
    }, acknowledge());
    expect(await runSync(store, transport)).toEqual({ kind: 'done' });
    expect(transport.requests.map((request) => request.edits.map(({ stamp }) => stamp))).toEqual([
      [makeEdit(0).stamp],
      [makeEdit(99).stamp],
    ]);
  });

  test('S-6 sends again what came back into the outbox before what was read ahead', async () => {
    const store = fakeStore(edits(maxBatchEdits + 1).slice(1));
    const transport = scriptedTransport((request) => {
      store.outbox.unshift(makeEdit(0));
      return acknowledge({ acknowledged: request.edits.slice(1).map(({ stamp }) => stamp) })(request);
    }, acknowledge());
    expect(await runSync(store, transport)).toEqual({ kind: 'done' });
    expect(transport.requests[1]?.edits.map(({ stamp }) => stamp)).toEqual(
      [0, 1].map((counter) => makeEdit(counter).stamp),
    );
    expect(store.outbox).toEqual([]);
  });

  test('S-4 sends the next batch while an answer is being taken in, from where it leads', async () => {
    const store = fakeStore(edits(maxBatchEdits + 1));
    const { settle } = store;
    const sentAtSettle: number[] = [];
    const transport = scriptedTransport(
      acknowledge({ head: headB, isHeadKnown: true, cursor: 7 }),
      acknowledge({ cursor: 8 }),
    );
    store.settle = async (...answer) => {
      sentAtSettle.push(transport.requests.length);
      return settle(...answer);
    };
    expect(await runSync(store, transport)).toEqual({ kind: 'done' });
    expect(sentAtSettle).toEqual([2, 2]);
    expect(transport.requests[1]).toMatchObject({ head: headB, cursor: 7 });
    expect(transport.requests[1]?.edits.map(({ stamp }) => stamp)).toEqual([makeEdit(maxBatchEdits).stamp]);
  });

  test('S-4 takes in together what came while an answer was being taken in, two at most', async () => {
    const store = fakeStore(edits(4 * maxBatchEdits));
    const { settle } = store;
    const sentAfter: number[] = [];
    const transport = scriptedTransport(...Array.from({ length: 4 }, () => acknowledge()));
    store.settle = async (...answer) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      sentAfter.push(transport.requests.length);
      return settle(...answer);
    };
    expect(await runSync(store, transport)).toEqual({ kind: 'done' });
    // While the first was taken in two more came, and the fourth waited until there was room.
    expect(sentAfter).toEqual([3, 4, 4]);
    expect(store.settled.map(({ acknowledged }) => acknowledged.length)).toEqual(
      [1, 2, 1].map((batches) => batches * maxBatchEdits),
    );
    expect(store.outbox).toEqual([]);
  });

  test('S-15 a loss that is told by the second of two answers is taken in by itself', async () => {
    const store = fakeStore(edits(3 * maxBatchEdits));
    const { settle } = store;
    const lost: boolean[] = [];
    store.settle = async (response, isHistoryLost, asked) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      lost.push(isHistoryLost);
      return settle(response, isHistoryLost, asked);
    };
    const transport = scriptedTransport(
      acknowledge(),
      acknowledge(),
      acknowledge({ head: headB, isHeadKnown: false }),
      acknowledge({ head: headB, isHeadKnown: true }),
    );
    expect(await runSync(store, transport)).toEqual({ kind: 'done' });
    expect(lost).toEqual([false, false, true, false]);
  });

  test('S-6 what was sent early is sent again when the device stands elsewhere by then', async () => {
    const store = fakeStore(edits(maxBatchEdits + 1));
    const { settle } = store;
    store.settle = async (...answer) => {
      await settle(...answer);
      if (store.settled.length === 1 && store.position) store.position = { ...store.position, head: headA };
      return store.position;
    };
    const again = [acknowledge({ cursor: 7, head: headB, isHeadKnown: true }), acknowledge(), acknowledge()];
    const transport = scriptedTransport(...again);
    expect(await runSync(store, transport)).toEqual({ kind: 'done' });
    expect(transport.requests.map(({ head, edits: sent }) => [head, sent.length])).toEqual([
      [headA, maxBatchEdits],
      [headB, 1],
      [headA, 1],
    ]);
    expect(store.settled).toHaveLength(2);
  });

  test('S-17 a device that is signed out meanwhile waits for what was sent early', async () => {
    const store = fakeStore(edits(maxBatchEdits + 1));
    store.settle = async () => undefined;
    const transport = scriptedTransport(acknowledge());
    const { send } = transport;
    let isUnderWay = false;
    transport.send = async (request) => {
      if (transport.requests.length === 0) return send(request);
      isUnderWay = true;
      await new Promise((resolve) => setTimeout(resolve, 5));
      isUnderWay = false;
      return { kind: 'unreachable' };
    };
    expect(await runSync(store, transport)).toEqual({ kind: 'not-connected' });
    expect(isUnderWay).toBe(false);
  });

  test('S-18 an answer that cannot be taken in ends the round, whatever was sent early', async () => {
    const store = fakeStore(edits(maxBatchEdits + 1));
    store.settle = () => Promise.reject(new Error('the database is gone'));
    const transport = scriptedTransport(acknowledge(), () => {
      throw new Error('and the network too');
    });
    await expect(runSync(store, transport)).rejects.toThrow('the database is gone');
    expect(store.outbox).toHaveLength(maxBatchEdits + 1);
  });

  test('S-17 waits for what is on its way also when the device’s database fails meanwhile', async () => {
    const store = fakeStore(edits(1));
    const { readBatch } = store;
    store.readBatch = async (limits) => {
      if (limits.after !== undefined) throw new Error('the database is gone');
      return readBatch(limits);
    };
    let isUnderWay = false;
    const send = async () => {
      isUnderWay = true;
      await new Promise((resolve) => setTimeout(resolve, 5));
      isUnderWay = false;
      return { kind: 'unreachable' } as const;
    };
    await expect(runSync(store, { send })).rejects.toThrow('the database is gone');
    expect(isUnderWay).toBe(false);
  });

  test('S-5 asks the store for batches within the limits', async () => {
    const store = fakeStore(edits(1));
    const asked: unknown[] = [];
    const { readBatch } = store;
    store.readBatch = (limits) => {
      asked.push(limits);
      return readBatch(limits);
    };
    await runSync(store, scriptedTransport(acknowledge()));
    expect(asked[0]).toEqual({ edits: maxBatchEdits, bytes: maxBatchBytes });
  });

  test('S-6 keeps what the answer does not acknowledge, and sends it again', async () => {
    const [first, second] = edits(2);
    const store = fakeStore([makeEdit(0), makeEdit(1)]);
    const transport = scriptedTransport(acknowledge({ acknowledged: [second?.stamp ?? ''] }), acknowledge());
    expect(await runSync(store, transport)).toEqual({ kind: 'done' });
    expect(transport.requests[1]?.edits.map(({ stamp }) => stamp)).toEqual([first?.stamp]);
  });

  test('S-7 a refused edit does not hold up those behind it, and is not sent again', async () => {
    const store = fakeStore(edits(maxBatchEdits + 1));
    const refused = [{ stamp: makeEdit(0).stamp, problems: [{ field: 'name', detail: 'is too long' }] }];
    const transport = scriptedTransport((request) => {
      const acknowledged = request.edits.slice(1).map(({ stamp }) => stamp);
      return acknowledge({ acknowledged, refused })(request);
    }, acknowledge());
    expect(await runSync(store, transport)).toEqual({ kind: 'done' });
    expect(store.outbox.map(({ stamp }) => stamp)).toEqual([makeEdit(0).stamp]);
    expect(transport.requests[1]?.edits.map(({ stamp }) => stamp)).toEqual([makeEdit(maxBatchEdits).stamp]);
  });

  test('S-7 a batch that is refused as a whole ends the round, done', async () => {
    const store = fakeStore(edits(1));
    const refused = [{ stamp: makeEdit(0).stamp, problems: [] }];
    const outcome = await runSync(store, scriptedTransport(acknowledge({ acknowledged: [], refused })));
    expect(outcome).toEqual({ kind: 'done' });
    expect(store.outbox).toHaveLength(1);
  });

  test.each([
    ['nothing', []],
    ['other edits alone', [makeEdit(77).stamp]],
  ])('S-18 an answer that acknowledges %s is a failure, and is not taken in', async (_, acknowledged) => {
    const store = fakeStore(edits(2));
    const transport = scriptedTransport(acknowledge({ acknowledged, cursor: 5 }));
    expect(await runSync(store, transport)).toEqual({ kind: 'failed' });
    expect(store.settled).toEqual([]);
    expect(store.outbox).toHaveLength(2);
  });

  test.each([
    ['no further', 5],
    ['back', 4],
  ])('S-18 an answer that promises more and leads %s is a failure', async (_, cursor) => {
    const store = fakeStore([makeEdit(0)]);
    const more = acknowledge({ cursor: 5, more: true });
    const transport = scriptedTransport(more, acknowledge({ cursor, more: true }));
    expect(await runSync(store, transport)).toEqual({ kind: 'failed' });
    expect(store.outbox).toEqual([]);
    expect(store.position?.cursor).toBe(5);
  });
});

describe('a database that was wiped or restored', () => {
  test.each([
    ['as far', { head: headB, cursor: 9 }],
    ['further', { head: headB, cursor: 12 }],
    ['at its beginning', { head: headB, cursor: 0 }],
  ])('S-15 is noticed where it is %s, and everything is sent again', async (_, position) => {
    const store = fakeStore([makeEdit(3)]);
    store.position = { account, device, head: headA, cursor: 9 };
    store.everything = edits(3);
    const transport = scriptedTransport(acknowledge(position), acknowledge(position));
    const { settle } = store;
    const lost: boolean[] = [];
    store.settle = (response, isHistoryLost, asked) => {
      lost.push(isHistoryLost);
      return settle(response, isHistoryLost, asked);
    };
    expect(await runSync(store, transport)).toEqual({ kind: 'done' });
    expect(lost).toEqual([true, false]);
    expect(transport.requests[1]?.edits.map(({ stamp }) => stamp)).toEqual(
      edits(3).map(({ stamp }) => stamp),
    );
    expect(store.outbox).toEqual([]);
  });

  test('S-15 a device that holds nothing of its own asks once more all the same', async () => {
    const store = fakeStore();
    store.position = { account, device, head: headA, cursor: 9 };
    const transport = scriptedTransport(
      acknowledge({ head: headB, cursor: 4 }),
      acknowledge({ head: headB, cursor: 4 }),
    );
    expect(await runSync(store, transport)).toEqual({ kind: 'done' });
    expect(transport.requests).toHaveLength(2);
  });

  test('S-15 two databases that take turns behind one address do not keep it busy for ever', async () => {
    const store = fakeStore();
    store.position = { account, device, head: headA, cursor: 9 };
    const transport = scriptedTransport(
      acknowledge({ head: headB }),
      acknowledge({ head: headA }),
      acknowledge({ head: headB }),
    );
    expect(await runSync(store, transport)).toEqual({ kind: 'failed' });
    expect(transport.requests).toHaveLength(2);
  });

  test('S-15 the first answer of all is no loss, nor is a cursor that stands still', async () => {
    const store = fakeStore();
    const lost: boolean[] = [];
    store.settle = async (_, isHistoryLost) => {
      lost.push(isHistoryLost);
      return store.position;
    };
    store.position = { account, device, head: null, cursor: 0 };
    await runSync(store, scriptedTransport(acknowledge({ head: headB })));
    store.position = { account, device, head: headA, cursor: 9 };
    await runSync(store, scriptedTransport(acknowledge()));
    expect(lost).toEqual([false, false]);
  });
});

describe('without an answer', () => {
  test.each([
    { kind: 'unreachable' },
    { kind: 'outdated' },
    { kind: 'failed' },
    { kind: 'failed', retryAfterMs: 5_000 },
  ] as const)('S-18 $kind drops nothing and is passed on', async (outcome) => {
    const store = fakeStore(edits(2));
    const before = store.position;
    expect(await runSync(store, scriptedTransport(outcome))).toEqual(outcome);
    expect(store.outbox).toHaveLength(2);
    expect(store.settled).toEqual([]);
    expect(store.position).toEqual(before);
    expect(store.signedOut).toBe(0);
  });

  test('S-18 in the middle of a round keeps what was settled before', async () => {
    const store = fakeStore(edits(maxBatchEdits + 5));
    const outcome = await runSync(store, scriptedTransport(acknowledge(), { kind: 'unreachable' }));
    expect(outcome).toEqual({ kind: 'unreachable' });
    expect(store.outbox).toHaveLength(5);
  });

  test('a session that ended is remembered, and nothing is dropped', async () => {
    const store = fakeStore(edits(2));
    expect(await runSync(store, scriptedTransport({ kind: 'signed-out' }))).toEqual({ kind: 'signed-out' });
    expect(store.signedOut).toBe(1);
    expect(store.outbox).toHaveLength(2);
  });

  test('a device that is not connected asks nobody', async () => {
    const store = fakeStore(edits(1));
    store.position = undefined;
    const transport = scriptedTransport();
    expect(await runSync(store, transport)).toEqual({ kind: 'not-connected' });
    expect(transport.requests).toEqual([]);
  });
});
