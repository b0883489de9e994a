import type { NewFile } from '../store/write-file.ts';
import { loadHasher } from './sha256.ts';

/** Small enough that hashing one holds nothing up. */
const pieceBytes = 256 * 1024;

/** A picture's bytes in pieces, with their hash. */
export async function readNewFile(file: Blob): Promise<NewFile> {
  const hasher = (await loadHasher())();
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
