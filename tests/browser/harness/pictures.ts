import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Picture {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
  /** SHA-256, 64 hexadecimal digits. */
  readonly hash: string;
}

const headerBytes = 54;

/** An uncompressed picture of noise (Windows bitmap, 24 bits a pixel): `width` a multiple of 4. */
export function makePicture(width: number, height: number): Picture {
  const pixels = randomBytes(width * height * 3);
  const header = Buffer.alloc(headerBytes);
  header.write('BM', 0, 'latin1');
  header.writeUInt32LE(headerBytes + pixels.length, 2);
  header.writeUInt32LE(headerBytes, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(width, 18);
  header.writeInt32LE(height, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(24, 28);
  const buffer = Buffer.concat([header, pixels]);
  return {
    name: 'card.bmp',
    mimeType: 'image/bmp',
    buffer,
    hash: createHash('sha256').update(buffer).digest('hex'),
  };
}

/** The files that the contact database has whole, by their hash, with the hash of what lies there. */
export async function listServerFiles(dataFolder: string): Promise<Map<string, string>> {
  const folder = join(dataFolder, 'files');
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name));
  const hashes = files.map(async ({ name, parentPath }) => {
    const bytes = await readFile(join(parentPath, name));
    return [name, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return new Map(await Promise.all(hashes));
}
