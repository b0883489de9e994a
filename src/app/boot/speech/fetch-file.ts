import { createHasher } from '../../../device/create-hasher.ts';
import type { ModelFile } from '../../../protocol/speech-models.ts';
import { type PieceStore, pieceBytes } from './piece-store.ts';

export type FetchedFile = 'fetched' | 'no-signal' | 'gone' | 'damaged';

interface FetchFileOptions {
  /** Told how many bytes of it are here. */
  readonly onProgress: (bytes: number) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * Brings one file here, from where it broke off (RFC 9110, 14.2), and holds it to its hash; what is not as it should be
 * is forgotten. Rejects when it is cancelled, and where the browser keeps no more (QuotaExceededError).
 */
export async function fetchFile(
  file: ModelFile,
  address: string,
  pieces: PieceStore,
  { onProgress, signal }: FetchFileOptions,
): Promise<FetchedFile> {
  const from = await pieces.countKept(file);
  onProgress(from);
  if (from < file.bytes) {
    const outcome = await fetchRest(file, address, from, pieces, { onProgress, signal });
    if (outcome !== 'fetched') return outcome;
  }
  if (await isWhole(file, pieces)) return 'fetched';
  await pieces.forget(file);
  onProgress(0);
  return 'damaged';
}

async function fetchRest(
  file: ModelFile,
  address: string,
  from: number,
  pieces: PieceStore,
  { onProgress, signal }: FetchFileOptions,
): Promise<FetchedFile> {
  const response = await ask(address, from, signal);
  if (response === undefined) return 'no-signal';
  const isRest = response.status === 206 && startOf(response) === from;
  // A page of the app, or of a hotel's sign-in, is no model.
  const isFile = response.ok && !(response.headers.get('content-type') ?? '').startsWith('text/html');
  if (!isFile) return response.status >= 500 ? 'no-signal' : 'gone';
  // Without a word about the range it is the whole file, from its beginning.
  if (from > 0 && !isRest) await pieces.forget(file);
  return keepAll(file, response, isRest ? from : 0, pieces, onProgress, signal);
}

/** Undefined when nobody answers. The browser's own cache would only double it. */
async function ask(address: string, from: number, signal: AbortSignal | undefined) {
  const headers: Record<string, string> = from > 0 ? { range: `bytes=${from}-` } : {};
  try {
    return await fetch(address, { headers, cache: 'no-store', signal: signal ?? null });
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Of `bytes 1048576-2097151/2097152`: the first. */
function startOf(response: Response): number | undefined {
  const [, first] = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '') ?? [];
  return first === undefined ? undefined : Number(first);
}

async function keepAll(
  file: ModelFile,
  { body }: Response,
  start: number,
  pieces: PieceStore,
  onProgress: (bytes: number) => void,
  signal: AbortSignal | undefined,
): Promise<FetchedFile> {
  const piece = new Uint8Array(pieceBytes);
  let from = start;
  let filled = 0;
  const keep = async () => {
    await pieces.keep(file, from, piece.slice(0, filled));
    from += filled;
    filled = 0;
    onProgress(from);
  };
  const reader = body?.getReader();
  for (let bytes = await readSome(reader, signal); bytes !== 'end'; bytes = await readSome(reader, signal)) {
    if (bytes === 'broken-off') return 'no-signal';
    // More than it should be: its hash cannot be right, and the disk need not be filled for it.
    if (from + filled + bytes.length > file.bytes) {
      await pieces.forget(file);
      return 'damaged';
    }
    for (let taken = 0; taken < bytes.length; ) {
      const part = bytes.subarray(taken, taken + pieceBytes - filled);
      piece.set(part, filled);
      filled += part.length;
      taken += part.length;
      if (filled === pieceBytes) await keep();
    }
  }
  if (filled > 0 && from + filled === file.bytes) await keep();
  await reader?.cancel().catch(() => undefined);
  // Connections that end early often look like those that end well.
  return from === file.bytes ? 'fetched' : 'no-signal';
}

async function readSome(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined,
  signal: AbortSignal | undefined,
): Promise<Uint8Array<ArrayBuffer> | 'end' | 'broken-off'> {
  try {
    return (await reader?.read())?.value ?? 'end';
  } catch {
    signal?.throwIfAborted();
    return 'broken-off';
  }
}

async function isWhole(file: ModelFile, pieces: PieceStore): Promise<boolean> {
  const hasher = createHasher();
  for await (const bytes of pieces.read(file)) hasher.update(bytes);
  return hasher.digest() === file.sha256;
}
