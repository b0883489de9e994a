import type { Hasher } from '../store/file-cache.ts';
import type { NewFile } from '../store/write-file.ts';

/** Small enough that hashing one holds nothing up. */
const pieceBytes = 256 * 1024;

/** A picture's bytes in pieces, with their hash. */
export async function readNewFile(file: Blob, hasher: Hasher): Promise<NewFile> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < file.size; from += pieceBytes) {
    const piece = new Uint8Array(await file.slice(from, from + pieceBytes).arrayBuffer());
    hasher.update(piece);
    pieces.push(piece);
  }
  return { kind: 'picture', type: essenceOf(file.type), hash: hasher.digest(), pieces };
}

/** Without parameters: `audio/webm;codecs=opus` is `audio/webm`. */
export function essenceOf(type: string): string {
  return type.split(';')[0]?.trim().toLowerCase() ?? '';
}
