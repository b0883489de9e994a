import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Hasher } from '../store/file-cache.ts';

/** SHA-256 (FIPS 180-4) piece by piece, which `crypto.subtle` cannot; it works without https too. */
export function createHasher(): Hasher {
  const hash = sha256.create();
  return { update: (bytes) => hash.update(bytes), digest: () => bytesToHex(hash.digest()) };
}
