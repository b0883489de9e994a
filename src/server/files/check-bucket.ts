import { FilesAwayError } from './file-storage.ts';
import { openBucket } from './s3-bucket.ts';
import type { S3Config } from './s3-config.ts';

const sentenceByStatus: Readonly<Record<number, string>> = {
  403: 'The store at S3_ENDPOINT does not let in who has this S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.',
  404: 'The store at S3_ENDPOINT has no bucket of the name in S3_BUCKET; make it.',
};
const silentSentence = 'No S3-compatible store answers at S3_ENDPOINT; is it running?';
const otherSentence = 'The store at S3_ENDPOINT does not take the request; is S3_REGION right?';

/** What is wrong with the store, in a sentence without its keys; undefined where its bucket answers. */
export async function checkBucket(config: S3Config): Promise<string | undefined> {
  try {
    // No account has such a name: it is asked for nothing.
    await openBucket(config).list('-/');
    return undefined;
  } catch (error) {
    if (!(error instanceof FilesAwayError)) throw error;
    if (error.status === undefined || error.status >= 500) return silentSentence;
    return sentenceByStatus[error.status] ?? otherSentence;
  }
}
