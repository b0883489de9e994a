import type { FileCache, FileTransport, Unanswered } from './ports.ts';

export type FetchOutcome =
  | { readonly kind: 'here' }
  /** The contact database has not got it: it is still on the device that took it. */
  | { readonly kind: 'missing' }
  /** What came is not what the hash names; none of it was kept. */
  | { readonly kind: 'damaged' }
  /** This device is connected to no contact database, or knows no such file. */
  | { readonly kind: 'unknown' }
  | Unanswered;

/** Brings a file's bytes to this device, going on where it was (sync.md S-25). */
export async function fetchFile(
  cache: FileCache,
  transport: FileTransport,
  id: string,
): Promise<FetchOutcome> {
  const file = await cache.openDownload(id);
  if (file === undefined) return { kind: 'unknown' };
  let { received } = file;
  while (received < file.bytes) {
    const part = await transport.getPart(file, received);
    if (part.kind !== 'part') return part;
    if (part.bytes.length === 0) return { kind: 'damaged' };
    await cache.keepPart(id, received, part.bytes);
    received += part.bytes.length;
  }
  return (await cache.endDownload(id)) ? { kind: 'here' } : { kind: 'damaged' };
}
