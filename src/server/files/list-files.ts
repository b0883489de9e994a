import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../start-up-problem.ts';

export interface ListedFile {
  /** The account's folder. */
  readonly account: string;
  /** What its bytes have to be. */
  readonly hash: string;
  /** From the files folder, with slashes. */
  readonly name: string;
}

const hashPattern = /^[0-9a-f]{64}$/;

/** Every file that has arrived whole, and how many were set aside as rotten; none where there is no folder. */
export async function listFiles(folder: string): Promise<{ files: ListedFile[]; setAside: string[] }> {
  const files: ListedFile[] = [];
  const setAside: string[] = [];
  for (const account of await namesIn(folder)) {
    for (const digits of await namesIn(join(folder, account))) {
      for (const hash of await namesIn(join(folder, account, digits))) {
        const name = `${account}/${digits}/${hash}`;
        if (hash.endsWith('.damaged')) setAside.push(name);
        if (hashPattern.test(hash) && hash.startsWith(digits)) files.push({ account, hash, name });
      }
    }
  }
  return { files, setAside };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [];
    throw error;
  }
}
