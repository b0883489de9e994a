import type { Json } from '../../domain/json.ts';
import { storableLine } from '../../domain/text.ts';

/** One entry of a multi-valued field as it was typed, and what it was read as. */
export interface EntryReading {
  readonly typed: string;
  readonly e164?: string;
  readonly network?: string;
  readonly url?: string;
  /** What it was called where it came from: "work". */
  readonly label?: string;
  /** Of a number: its reader was not there yet; `readNumbers` reads it later. */
  readonly isUnread?: boolean;
}

/** An entry's value without what is absent or empty; null where nothing was typed. */
export function entryValue({ isUnread: _, ...texts }: EntryReading): Json {
  if (storableLine(texts.typed) === '') return null;
  const value: Record<string, string> = {};
  for (const [key, text] of Object.entries(texts)) if (text) value[key] = storableLine(text);
  return value;
}
