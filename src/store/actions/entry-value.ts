import type { Json } from '../../domain/json.ts';
import { storableLine } from '../../domain/text.ts';

/** An entry's value without what is absent or empty. */
export function entryValue(reading: Readonly<Record<string, string | undefined>>): Json {
  const value: Record<string, string> = {};
  for (const [key, text] of Object.entries(reading)) if (text) value[key] = storableLine(text);
  return value;
}
