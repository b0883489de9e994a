import { endedAnswerSchema, endedDevicePath } from '../../protocol/devices.ts';
import type { Store } from '../../store/store.ts';
import type { ContactDatabase } from '../ports/contact-database.ts';

/** Asks whether another device ended this one, so that the person is told by which. */
export async function noteEnding(store: Store, contactDatabase: ContactDatabase): Promise<void> {
  const connection = await store.readConnection();
  if (connection === undefined) return;
  const body = { account: connection.accountId, device: await store.readDeviceId() };
  const question = { method: 'POST', path: endedDevicePath, body, schema: endedAnswerSchema } as const;
  const result = await contactDatabase.ask(question);
  if (result.kind === 'ok' && result.value.ended !== null) {
    await store.markEnded(connection.accountId, result.value.ended);
  }
}
