import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { rowToFile } from '../../domain/file.ts';
import type { CopyFile } from './open-copier.ts';
import type { Leaving } from './open-leaving.ts';

/** The pictures and recordings of rows that may leave, into a new folder, as `<hash>.<ending>`. How many there were. */
export async function copyFiles(leaving: Leaving, copyFile: CopyFile, to: string): Promise<number> {
  let copied = 0;
  for await (const row of leaving.rows('file')) {
    const { hash, type } = rowToFile(row);
    await mkdir(to, { mode: 0o700, recursive: true });
    const ending = /^[a-z]+\/(?:x-)?([a-z0-9]+)/.exec(type)?.[1] ?? 'bin';
    if (await copyFile(hash, join(to, `${hash}.${ending}`))) copied += 1;
  }
  return copied;
}
