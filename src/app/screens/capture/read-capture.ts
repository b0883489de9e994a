import { readHandle } from '../../../exchange/handle.ts';
import { readUntil } from '../../../exchange/read-until.ts';
import type { Capture, CaptureMore } from '../../../store/actions/capture.ts';
import type { EntryReading } from '../../../store/actions/entry-value.ts';
import type { EntryField } from '../../../store/actions/people.ts';
import type { RecentOccasion } from '../../../store/queries/occasions.ts';
import type { App } from '../../ports/app.ts';
import { readPhoneEntry } from '../../ui/read-phone-entry.ts';
import { entryKeys } from './entry-keys.ts';
import { findOccasion } from './occasion.ts';

type Fields = Readonly<Record<string, string>>;

/** Reads what was typed, as it is saved. */
export async function readCapture(
  app: App,
  fields: Fields,
  occasions: readonly RecentOccasion[],
): Promise<Capture> {
  const { name = '', company = '' } = fields;
  const ended = readUntil(fields['where'] ?? '', new Date(app.nowMs()));
  const where = ended?.name ?? fields['where'] ?? '';
  const [phone, email, handle] = await Promise.all([
    readFirst(app, fields, 'phone'),
    readFirst(app, fields, 'email'),
    readFirst(app, fields, 'handle'),
  ]);
  const occasionId = findOccasion(where, occasions)?.id;
  const more = await readMore(app, fields);
  const base = { name, company, where, occasionId, phone, email: email.typed, handle };
  const end = fields['until'] ?? ended?.until.toISOString();
  return { ...base, ...(end !== undefined && { until: end || null }), ...(more && { more }) };
}

/** The line that is always there; one that has a word of its own goes with the others. */
async function readFirst(app: App, fields: Fields, field: EntryField): Promise<EntryReading> {
  const isLabelled = fields[`${field}.label`] !== undefined;
  return readEntry(app, field, isLabelled ? '' : (fields[field] ?? ''));
}

async function readMore(app: App, fields: Fields): Promise<CaptureMore | undefined> {
  const { title = '', note = '', cardLines = '', files = '' } = fields;
  const keys = entryKeys(fields).filter(
    ({ key, field }) => field === 'address' || key !== field || fields[`${key}.label`] !== undefined,
  );
  if (title + note + cardLines + files === '' && keys.length === 0) return undefined;
  const entries = await Promise.all(
    keys.map(async ({ key, field }) => {
      const reading = await readEntry(app, field, fields[key] ?? '');
      const label = fields[`${key}.label`] ?? '';
      return { field, reading: label === '' ? reading : { ...reading, label } };
    }),
  );
  const more = { title, note, cardLines, entries, fileIds: files.split(' ').filter(Boolean) };
  const { fitMore } = await import('./fit-more.ts').catch(() => ({ fitMore: () => more }));
  return fitMore(more);
}

async function readEntry(app: App, field: EntryField, typed: string): Promise<EntryReading> {
  if (field === 'phone') return readPhoneEntry(app, typed);
  return field === 'handle' ? { typed, ...readHandle(typed) } : { typed };
}
