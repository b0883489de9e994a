import { wireToRow } from '../../src/protocol/wire-row.ts';
import type { JustmetDatabase } from '../../src/store/database.ts';
import type { SyncStore, Transport } from '../../src/sync/ports.ts';
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
        await db.transaction('rw', [db.person, db.note, db.occasion, db.touch], async () => {
          for (const { table, id, values, stamps } of response.rows.map(wireToRow))
            await db.rows(table).put({ id, values, stamps });
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
