import type { DraftFields } from '../../../../store/actions/drafts.ts';

/** What the draft holds of the one line that takes everything. */
interface LineFields {
  readonly line: string;
  /** The words that were put back (`readQuickLine`), as a JSON list. */
  readonly putBack: string;
  /** The draft's other fields: the tag as it was filled in by hand. */
  readonly typed: DraftFields;
}

/** Fills in the tag from the line and from what was typed. */
export type LineReader = (fields: DraftFields) => DraftFields;

export function splitLineFields(fields: DraftFields): LineFields {
  const { line = '', putBack = '', ...typed } = fields;
  return { line, putBack, typed };
}

/** The tag that a draft stands for. Until the line's reader is there, all of the line is a note: no word is lost. */
export function readTag(fields: DraftFields, read: LineReader | undefined): DraftFields {
  const { line, typed } = splitLineFields(fields);
  if (line.trim() === '') return typed;
  return read?.(fields) ?? { ...typed, note: [typed['note'] ?? '', line].filter(Boolean).join('\n') };
}
