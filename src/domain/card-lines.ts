import { maxNoteLength } from './limits.ts';
import { storableText } from './text.ts';

/**
 * The content lines of other programs' cards (RFC 2426), each once. `left` does not fit into a row any more: it
 * belongs into a note, for it must not be lost.
 */
export function joinCardLines(known: string, more: string): { readonly kept: string; readonly left: string } {
  const lines = new Set([...known.split('\n'), ...storableText(more).split('\n')].filter(Boolean));
  const kept: string[] = [];
  const left: string[] = [];
  let length = 0;
  for (const line of lines) {
    const isRoom = length + line.length + 1 <= maxNoteLength;
    if (isRoom) length += line.length + 1;
    (isRoom ? kept : left).push(line);
  }
  return { kept: kept.join('\n'), left: left.join('\n') };
}
