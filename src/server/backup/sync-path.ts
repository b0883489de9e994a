import { open } from 'node:fs/promises';

/** Waits until what is in the file, or the names in the folder, are on the disk. */
export async function syncPath(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
