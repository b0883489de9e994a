import { readHandle } from '../../../exchange/handle.ts';
import type { RecentOccasion } from '../../../store/queries/occasions.ts';
import type { App } from '../../ports/app.ts';
import { readPhoneEntry } from '../../ui/read-phone-entry.ts';
import { findOccasion } from './occasion.ts';

/** Reads what was typed and saves it. Resolves with the person's id when all is on disk. */
export async function saveCapture(
  app: App,
  fields: Readonly<Record<string, string>>,
  occasions: readonly RecentOccasion[],
  draftId: string | undefined,
): Promise<string> {
  const { name = '', company = '', where = '', phone = '', email = '', handle = '' } = fields;
  const capture = {
    name,
    company,
    where,
    occasionId: findOccasion(where, occasions)?.id,
    phone: await readPhoneEntry(app, phone),
    email,
    handle: { typed: handle, ...readHandle(handle) },
  };
  return app.store.savePerson(capture, draftId);
}
