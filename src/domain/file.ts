import { textOf } from './person.ts';
import type { Row } from './row.ts';
import { fileKinds } from './tables.ts';

export type FileKind = (typeof fileKinds)[number];

/** A picture or a recording, as its row tells of it; its bytes lie elsewhere under their hash. */
export interface FileFacts {
  readonly id: string;
  readonly personId: string;
  readonly kind: FileKind;
  /** A media type without parameters (RFC 9110, 8.3.1). */
  readonly type: string;
  /** SHA-256 of the bytes, as 64 hexadecimal digits. */
  readonly hash: string;
  readonly bytes: number;
  /** ISO 8601, UTC. */
  readonly takenAt: string;
}

export function rowToFile({ id, values }: Pick<Row, 'id' | 'values'>): FileFacts {
  const { bytes } = values;
  return {
    id,
    personId: textOf(values['person']),
    kind: fileKinds.find((known) => known === values['kind']) ?? 'picture',
    type: textOf(values['type']),
    hash: textOf(values['hash']),
    bytes: typeof bytes === 'number' ? bytes : 0,
    takenAt: textOf(values['takenAt']),
  };
}
