import { filesPath } from '../config.ts';
import type { S3Config } from '../files/s3-config.ts';
import { checkFiles, type FileDatabase } from './check-files.ts';
import { checkStore } from './check-store.ts';
import type { Finding } from './finding.ts';

/** Pictures and recordings: in the data folder, or in the store of `s3`. */
export async function checkFilesAnywhere(
  folder: string,
  s3: S3Config | undefined,
  database: FileDatabase,
): Promise<readonly Finding[]> {
  return s3 === undefined
    ? checkFiles(filesPath({ dataFolder: folder }), database)
    : checkStore(s3, database);
}
