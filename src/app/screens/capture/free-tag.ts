import { isBlank } from '../../../domain/text.ts';
import type { ContactReading } from '../../../exchange/contact-reading.ts';
import type { DraftFields } from '../../../store/actions/drafts.ts';

/** Where somebody is met says nothing of who they are. */
const placeFields: ReadonlySet<string> = new Set(['where', 'until']);

/** Whether somebody was read of whom nothing is missing that a handshake needs. */
export function isWhole({ name, phones, emails }: ContactReading): boolean {
  return !isBlank(name) && [...phones, ...emails].some(({ text }) => !isBlank(text));
}

/** Whether the tag holds nothing but the place, and the fields that are `mine`. */
export function isFreeTag(fields: DraftFields, mine: readonly string[] = []): boolean {
  return Object.entries(fields).every(
    ([field, text]) => isBlank(text) || placeFields.has(field) || mine.includes(field),
  );
}
