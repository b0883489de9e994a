import type { S3Config } from '../files/s3-config.ts';
import { type FileDatabase, namesWanted } from './check-files.ts';
import { type Finding, good, wrong } from './finding.ts';

const filePattern = /^([^/]+)\/[0-9a-f]{2}\/([0-9a-f]{64})$/;

/** Asks an S3-compatible store what it has. Its bytes are read again only when a device asks for them. */
export async function checkStore(config: S3Config, database: FileDatabase): Promise<Finding[]> {
  const { checkBucket } = await import('../files/check-bucket.ts');
  const { openBucket } = await import('../files/s3-bucket.ts');
  const problem = await checkBucket(config);
  if (problem !== undefined) return [wrong(problem)];
  const keys = (await openBucket(config).list('')).map(({ key }) => key);
  const here = new Set(
    keys.filter((key) => filePattern.test(key)).map((key) => key.replace(filePattern, '$1/$2')),
  );
  const missing = [...(await namesWanted(database))].filter((name) => !here.has(name)).length;
  const setAside = keys.filter((key) => key.endsWith('.damaged'));
  return [
    ...setAside.map((key) => wrong(`${key} was found damaged and set aside; once it is back, remove it.`)),
    good(`The bucket ${config.bucket} answers and has ${here.size} pictures and recordings.`),
    ...(missing === 0 ? [] : [good(`${missing} more have not arrived: they are on the devices still.`)]),
  ];
}
