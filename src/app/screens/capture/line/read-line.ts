import * as z from 'zod/mini';
import { readQrPayload } from '../../../../exchange/qr-payload/read-qr-payload.ts';
import type { QuickLineReading } from '../../../../exchange/quick-line/quick-line-reading.ts';
import { quickLineToContact } from '../../../../exchange/quick-line/quick-line-to-contact.ts';
import { readQuickLine } from '../../../../exchange/quick-line/read-quick-line.ts';
import { readVcards } from '../../../../exchange/vcard/read-vcards.ts';
import { fillFields } from '../fill-fields.ts';
import { type LineReader, splitLineFields } from './line-fields.ts';

const putBackSchema = z.array(z.string());

/** `region` is ISO 3166-1 alpha-2. */
export function createLineReader(region: string): LineReader {
  return (fields) => {
    const { line, putBack, typed } = splitLineFields(fields);
    const card = readCardText(line);
    if (card !== undefined) return fillFields(typed, card.contact, { cardLines: card.rest.join('\n') });
    return fillFields(typed, quickLineToContact(readQuickLine(line, region, readPutBack(putBack))));
  };
}

/** One card of another program (vCard, MECARD, BIZCARD) and nothing else: of anything more, no word may be lost. */
function readCardText(line: string) {
  const text = line.trim();
  if (/^BEGIN\s*:\s*VCARD/i.test(text)) {
    const { cards, faults } = readVcards(text);
    const [card, ...others] = cards;
    return others.length + faults.length > 0 || card?.photos.length !== 0 ? undefined : card;
  }
  if (!/^(MECARD|BIZCARD):[^\n]*;;$/i.test(text)) return undefined;
  const reading = readQrPayload(text);
  return reading.kind === 'contact' ? reading : undefined;
}

/** A card has no parts of its own to put back. */
export function readLineParts(line: string, region: string, putBack: string): QuickLineReading {
  if (readCardText(line) !== undefined) return { parts: [], note: '' };
  return readQuickLine(line, region, readPutBack(putBack));
}

/** The words that were put back; none where the draft holds something else. */
export function readPutBack(stored: string): ReadonlySet<string> {
  try {
    const parsed = putBackSchema.safeParse(JSON.parse(stored || '[]'));
    return new Set(parsed.success ? parsed.data : []);
  } catch {
    return new Set();
  }
}
