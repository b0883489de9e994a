import { textOf } from './person.ts';
import type { Row } from './row.ts';

export interface Note {
  readonly id: string;
  readonly personId: string;
  readonly text: string;
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
}

export function rowToNote(row: Pick<Row, 'id' | 'values'>): Note {
  return {
    id: row.id,
    personId: textOf(row.values['person']),
    text: textOf(row.values['text']),
    writtenAt: textOf(row.values['writtenAt']),
  };
}
