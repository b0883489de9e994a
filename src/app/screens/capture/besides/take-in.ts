import { emptyContact } from '../../../../exchange/contact-reading.ts';
import type { DraftFields } from '../../../../store/actions/drafts.ts';
import { fillFields, withPlace } from '../fill-fields.ts';

/** The draft with what another app shared behind what stands there already; with the first of it, the place in sight. */
export function takeIn(fields: DraftFields, shared: DraftFields, place: string): DraftFields {
  const { line: text = '', files = '' } = shared;
  if (text + files === '') return fields;
  const filled = fillFields(fields, emptyContact, { fileIds: files.split(' ').filter(Boolean) });
  const line = [filled['line'] ?? '', text].filter(Boolean).join('\n');
  return withPlace({ ...filled, ...(line !== '' && { line }) }, place);
}

/** What was shared, in words. */
export function sharedToWords({ line = '', files = '', leftOut = '' }: DraftFields): string {
  const count = files.split(' ').filter(Boolean).length;
  const pictures = count === 1 ? 'the picture' : `${count} pictures`;
  const taken = [...(line === '' ? [] : ['the text']), ...(count === 0 ? [] : [pictures])].join(' and ');
  const lost = leftOut === '' ? [] : [`Left out: ${leftOut}.`];
  return [...(taken === '' ? [] : [`Took in ${taken} that you shared.`]), ...lost].join(' ');
}
