import { endedAnswerSchema, endedDevicePath } from '../../protocol/devices.ts';
import type { Store } from '../../store/store.ts';
import type { SyncOutcome } from '../../sync/round.ts';
import type { ContactDatabase } from '../ports/contact-database.ts';

/**
 * Asks whether another device ended this one, so that the person is told by which. Also where the worker found
 * the session ended before this page did, and again until there was an answer.
 */
export function createEndingNote(
  store: Store,
  contactDatabase: ContactDatabase,
): (kind: SyncOutcome['kind']) => Promise<void> {
  let isAnswered = false;
  return async (kind) => {
    if (kind === 'done') isAnswered = false;
    if (isAnswered || (kind !== 'signed-out' && kind !== 'not-connected')) return;
    const connection = await store.readConnection();
    if (connection === undefined || connection.isSignedIn || connection.ended !== undefined) return;
    const body = { account: connection.accountId, device: await store.readDeviceId() };
    const question = { method: 'POST', path: endedDevicePath, body, schema: endedAnswerSchema } as const;
    const result = await contactDatabase.ask(question);
    if (result.kind !== 'ok') return;
    isAnswered = true;
    if (result.value.ended !== null) await store.markEnded(connection.accountId, result.value.ended);
  };
}
