import { copyFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { maxFileBytes } from '../../domain/limits.ts';
import { type Config, filesPath } from '../config.ts';
import type { S3Config } from '../files/s3-config.ts';
import { errorCode, StartUpProblem } from '../start-up-problem.ts';

/** Copies the bytes of that hash into a file; false where there are none. */
export type CopyFile = (hash: string, to: string) => Promise<boolean>;

/** From where the files of one account lie. */
export async function openCopier(
  { dataFolder, s3 }: Pick<Config, 'dataFolder' | 's3'>,
  accountId: string,
): Promise<CopyFile> {
  if (s3 !== undefined) return openStoreCopier(s3, accountId);
  const folder = join(filesPath({ dataFolder: resolve(dataFolder) }), encodeURIComponent(accountId));
  return (hash, to) => copyIfThere(join(folder, hash.slice(0, 2), hash), to);
}

async function openStoreCopier(s3: S3Config, accountId: string): Promise<CopyFile> {
  const { checkBucket } = await import('../files/check-bucket.ts');
  const { openS3Files } = await import('../files/s3-files.ts');
  const problem = await checkBucket(s3);
  if (problem !== undefined) throw new StartUpProblem(problem);
  const files = openS3Files(s3);
  return async (hash, to) => {
    const bytes = await files.read({ accountId, hash }, 0, maxFileBytes);
    if (bytes !== undefined) await writeFile(to, bytes, { mode: 0o600 });
    return bytes !== undefined;
  };
}

async function copyIfThere(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
