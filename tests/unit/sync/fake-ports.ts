import type { Edit } from '../../../src/domain/row.ts';
import { readingToStamp } from '../../../src/domain/stamp.ts';
import type { SyncRequest, SyncResponse } from '../../../src/protocol/sync.ts';
import { protocolVersion } from '../../../src/protocol/version.ts';
import type {
  FileStore,
  FileTransport,
  SendOutcome,
  SyncPosition,
  SyncStore,
  Transport,
} from '../../../src/sync/ports.ts';

export const headA = '11111111-1111-4111-8111-111111111111';
export const headB = '22222222-2222-4222-8222-222222222222';
export const device = 'aaaaaaaaaa';

export function makeEdit(counter: number): Edit {
  const stamp = readingToStamp({ ms: 1_000 + counter, counter: 0 }, device);
  return {
    table: 'person',
    id: `01890a5d-ac96-774b-bcce-${counter.toString(16).padStart(12, '0')}`,
    stamp,
    values: { name: `Person ${counter}` },
  };
}

export interface FakeStore extends SyncStore {
  outbox: Edit[];
  position: SyncPosition | undefined;
  readonly settled: SyncResponse[];
  /** What a restored database makes the store put into its outbox again. */
  everything: Edit[];
  signedOut: number;
}

export const account = 'account-of-anna';

/** A device's database in memory. It trusts the answers, as the real one does. */
export function fakeStore(edits: readonly Edit[] = []): FakeStore {
  const parked = new Set<string>();
  const store: FakeStore = {
    outbox: [...edits],
    position: { account, device, head: headA, cursor: 0 },
    settled: [],
    everything: [],
    signedOut: 0,
    readPosition: async () => store.position,
    readBatch: async ({ edits: most, after = '' }) =>
      store.outbox.filter(({ stamp }) => !parked.has(stamp) && stamp > after).slice(0, most),
    async settle(response, isHistoryLost) {
      store.settled.push(response);
      for (const { stamp } of response.refused) parked.add(stamp);
      store.outbox = store.outbox.filter(({ stamp }) => !response.acknowledged.includes(stamp));
      if (isHistoryLost) store.outbox.push(...store.everything);
      store.position = { account, device, head: response.head, cursor: response.cursor };
      return store.position;
    },
    async markSignedOut() {
      store.signedOut += 1;
      store.position = undefined;
    },
  };
  return store;
}

type Answer = SendOutcome | ((request: SyncRequest) => SendOutcome);

export interface FakeTransport extends Transport {
  readonly requests: SyncRequest[];
}

/** Gives the scripted answers in turn; more requests than answers are an error of the test. */
export function scriptedTransport(...answers: readonly Answer[]): FakeTransport {
  const requests: SyncRequest[] = [];
  return {
    requests,
    async send(request) {
      const answer = answers[requests.length];
      requests.push(request);
      if (answer === undefined) throw new Error(`nobody expected request ${requests.length}`);
      return typeof answer === 'function' ? answer(request) : answer;
    },
  };
}

/** Acknowledges all that was sent; `answer` changes what it says beside. */
export function acknowledge(answer: Partial<SyncResponse> = {}): (request: SyncRequest) => SendOutcome {
  return (request) => ({
    kind: 'answered',
    response: {
      protocol: protocolVersion,
      head: request.head ?? headA,
      isHeadKnown: request.head !== null && request.head === (answer.head ?? request.head),
      acknowledged: request.edits.map(({ stamp }) => stamp),
      refused: [],
      rows: [],
      cursor: request.cursor,
      more: false,
      ...answer,
    },
  });
}

/** A device without files. */
export const noFiles: FileStore = {
  nextUpload: async () => undefined,
  readPart: async () => new Uint8Array(),
  markConfirmed: async () => undefined,
  markRefused: async () => undefined,
  markSignedOut: async () => undefined,
};

export const noFileTransport: FileTransport = {
  readState: async () => ({ kind: 'unreachable' }),
  putPart: async () => ({ kind: 'unreachable' }),
  getPart: async () => ({ kind: 'unreachable' }),
};
