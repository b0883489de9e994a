import type { JustmetDatabase } from '../../src/store/database.ts';
import type { FileAnswer, FileTransport, SyncStore, Transport } from '../../src/sync/ports.ts';
import type { PlantedFault } from './world.ts';

/** The ports as they are, or with a defect that somebody could write. */
export function plantInStore(
  fault: PlantedFault | undefined,
  store: SyncStore,
  db: JustmetDatabase,
): SyncStore {
  if (fault === 'ack-by-position') {
    return {
      ...store,
      /** As many from the front of the outbox as were acknowledged, whichever they are (against S-6). */
      async settle(response, isHistoryLost, account) {
        const count = response.acknowledged.length;
        const acknowledged = await db.outbox.orderBy('stamp').limit(count).primaryKeys();
        return store.settle({ ...response, acknowledged }, isHistoryLost, account);
      },
    };
  }
  if (fault === 'overwriting-pull') {
    return {
      ...store,
      /** Rows are put down as they came, over whatever was edited here meanwhile (against S-14). */
      async settle(response, isHistoryLost, account) {
        const position = await store.settle(response, isHistoryLost, account);
        await db.transaction('rw', db.rowTables(), async () => {
          for (const { table, id, values, stamp, stamps } of response.rows)
            await db.rows(table).put({ id, values, stamp, stamps });
        });
        return position;
      },
    };
  }
  return store;
}

/** The lock is given back when the first request is under way (against S-17). */
export function plantInTransport(
  fault: PlantedFault | undefined,
  transport: Transport,
  unlock: () => void,
): Transport {
  if (fault !== 'early-unlock') return transport;
  return {
    send(request) {
      const answer = transport.send(request);
      unlock();
      return answer;
    },
  };
}

/** A file counts as confirmed when its first part has arrived (against S-24). */
export function plantInFileTransport(
  fault: PlantedFault | undefined,
  transport: FileTransport,
): FileTransport {
  if (fault !== 'confirm-unsent') return transport;
  const begin = <T extends FileAnswer>(answer: T): T =>
    answer.kind === 'state'
      ? { ...answer, state: { ...answer.state, isComplete: answer.state.received > 0 } }
      : answer;
  return {
    ...transport,
    readState: async (file) => begin(await transport.readState(file)),
    putPart: async (file, part) => begin(await transport.putPart(file, part)),
  };
}

/** Room is made without asking the contact database whether it still has the bytes (against S-26). */
export function plantInRoom(fault: PlantedFault | undefined, transport: FileTransport): FileTransport {
  if (fault !== 'evict-unasked') return transport;
  return {
    ...transport,
    readState: async () => ({ kind: 'state', state: { received: 0, isComplete: true } }),
  };
}
