import * as z from 'zod/mini';
import type { QuickLineReading } from '../../../../exchange/quick-line/quick-line-reading.ts';
import { quickLineToContact } from '../../../../exchange/quick-line/quick-line-to-contact.ts';
import { readQuickLine } from '../../../../exchange/quick-line/read-quick-line.ts';
import { fillFields } from '../fill-fields.ts';
import { type LineReader, splitLineFields } from './line-fields.ts';

const putBackSchema = z.array(z.string());

/** `region` is ISO 3166-1 alpha-2. */
export function createLineReader(region: string): LineReader {
  return (fields) => {
    const { line, putBack, typed } = splitLineFields(fields);
    return fillFields(typed, quickLineToContact(readQuickLine(line, region, readPutBack(putBack))));
  };
}

export function readLineParts(line: string, region: string, putBack: string): QuickLineReading {
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
