import type { ModelFile } from '../../../protocol/speech-models.ts';

/** The Cache that keeps the weights, in pieces: what broke off goes on after the last one. */
export const speechModelCache = 'speech-model-v1';

/** One that is being written costs so much when the connection goes. */
export const pieceBytes = 1_048_576;

export interface PieceStore {
  /** How many bytes of it are here, from its beginning without a gap. */
  countKept(file: ModelFile): Promise<number>;
  /** `from` is a multiple of `pieceBytes`; all but the last piece are that long. */
  keep(file: ModelFile, from: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Its bytes, one piece after the other. */
  read(file: ModelFile): AsyncGenerator<Uint8Array<ArrayBuffer>>;
  forget(file: ModelFile): Promise<void>;
}

/** Pieces are named by the hash of the whole file: those of another version are never taken for its own. */
export function createPieceStore(cache: Cache): PieceStore {
  const addressOf = ({ sha256 }: ModelFile, from: number) => `/engines/speech/kept/${sha256}/${from}`;

  async function readPiece(file: ModelFile, from: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const piece = await cache.match(addressOf(file, from));
    return piece === undefined ? undefined : new Uint8Array(await piece.arrayBuffer());
  }

  async function* read(file: ModelFile) {
    for (let from = 0; from < file.bytes; from += pieceBytes) {
      const piece = await readPiece(file, from);
      if (piece === undefined) return;
      yield piece;
    }
  }

  return {
    async countKept(file) {
      for (let from = 0; from < file.bytes; from += pieceBytes) {
        if ((await cache.match(addressOf(file, from))) === undefined) return from;
      }
      return file.bytes;
    },
    keep: (file, from, bytes) => cache.put(addressOf(file, from), new Response(bytes)),
    read,
    async forget(file) {
      for (let from = 0; from < file.bytes; from += pieceBytes) await cache.delete(addressOf(file, from));
    },
  };
}
