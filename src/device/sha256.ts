import type { Hasher } from '../store/file-cache.ts';

/** SHA-256 (FIPS 180-4) piece by piece, which `crypto.subtle` cannot; it works without https too. */
export async function loadHasher(): Promise<() => Hasher> {
  const { sha256 } = await import('@noble/hashes/sha2.js');
  const { bytesToHex } = await import('@noble/hashes/utils.js');
  return () => {
    const hash = sha256.create();
    return { update: (bytes) => hash.update(bytes), digest: () => bytesToHex(hash.digest()) };
  };
}
