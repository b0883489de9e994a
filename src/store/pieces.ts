import type { JustmetDatabase, StoredPiece } from './database.ts';

/** Sorts the pieces of one file by where they begin. */
export function pieceKey(file: string, from: number): string {
  return `${file}/${String(from).padStart(10, '0')}`;
}

export function piecesOf(db: JustmetDatabase, file: string) {
  return db.piece.where('key').startsWith(`${file}/`);
}

/** Pieces one behind the other, the first at `from`. */
export function toPieces(
  file: string,
  from: number,
  parts: readonly Uint8Array<ArrayBuffer>[],
): StoredPiece[] {
  let at = from;
  return parts.map((bytes) => {
    const piece = { key: pieceKey(file, at), from: at, bytes };
    at += bytes.length;
    return piece;
  });
}

/** At most `length` of a file's bytes from `from` on; fewer where there are no more, or a gap. Within a transaction. */
export async function readStretch(
  db: JustmetDatabase,
  file: string,
  from: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const before = db.piece.where('key').between(pieceKey(file, 0), pieceKey(file, from), true, true);
  const first = await before.reverse().first();
  if (first === undefined) return new Uint8Array();
  const within = db.piece.where('key').between(first.key, pieceKey(file, from + length), true, false);
  const stretch = new Uint8Array(length);
  let end = from;
  for (const piece of await within.toArray()) {
    if (piece.from > end) break;
    const bytes = piece.bytes.subarray(end - piece.from).subarray(0, from + length - end);
    stretch.set(bytes, end - from);
    end += bytes.length;
  }
  return stretch.slice(0, end - from);
}

/** A file's bytes leave this device. Within a transaction. */
export async function forgetContent(db: JustmetDatabase, file: string): Promise<void> {
  await piecesOf(db, file).delete();
  await db.content.delete(file);
}
