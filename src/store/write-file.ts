import type { FileKind } from '../domain/file.ts';
import { makeRowId, nowIso, type StoreContext } from './context.ts';
import { toPieces } from './pieces.ts';
import { writeEdit } from './write-edit.ts';

export interface NewFile {
  readonly kind: FileKind;
  /** A media type without parameters. */
  readonly type: string;
  /** SHA-256 of all pieces in their order, 64 hexadecimal digits. */
  readonly hash: string;
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
}

/** A picture or a recording of a person, with all its bytes (sync.md S-23). Within `writeTogether`, over `piece` too. */
export async function writeFile(
  context: StoreContext,
  personId: string,
  { kind, type, hash, pieces }: NewFile,
): Promise<void> {
  const id = makeRowId(context);
  const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const takenAt = nowIso(context);
  const values = { person: personId, kind, type, hash, bytes, takenAt };
  await writeEdit(context, { table: 'file', id, values, subject: personId, isNew: true });
  await writeEdit(context, {
    table: 'person',
    id: personId,
    values: { notedAt: takenAt },
    subject: personId,
  });
  const whose = { id, person: personId, hash, bytes };
  await context.db.content.put({ ...whose, state: 'waiting', isCopy: false, usedAtMs: context.nowMs() });
  await context.db.piece.bulkPut(toPieces(id, 0, pieces));
}
