import type { EntryReading } from '../../store/actions/entry-value.ts';
import type { App } from '../ports/app.ts';

/** A number as it was typed, with its E.164 form where it can be one. */
export async function readPhoneEntry(app: App, typed: string): Promise<EntryReading> {
  if (typed.trim() === '') return { typed };
  const reading = await app.readPhone(typed.trim());
  if (reading === undefined) return { typed, isUnread: true };
  return reading.e164 === undefined ? { typed } : { typed, e164: reading.e164 };
}
