import * as z from 'zod/mini';

/** A bucket of an S3-compatible store. */
export interface S3Config {
  /** `https://s3.example`, without the bucket. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const endpointSentence = 'S3_ENDPOINT must be an address like https://s3.example, without the bucket';
const bucketSentence =
  'S3_BUCKET must be a name of 3 to 63 small letters, digits, dots and hyphens, such as justmet-files';

/** The part of the environment that says where an S3-compatible store is. */
export const s3Environment = {
  S3_ENDPOINT: z.optional(z.string().check(z.refine(isEndpoint, endpointSentence))),
  S3_BUCKET: z.optional(z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, bucketSentence))),
  S3_REGION: z._default(z.string().check(z.regex(/^[\w-]+$/, 'S3_REGION must be one word')), 'us-east-1'),
  S3_ACCESS_KEY_ID: z.optional(z.string().check(z.minLength(1, 'S3_ACCESS_KEY_ID must not be empty'))),
  S3_SECRET_ACCESS_KEY: z.optional(
    z.string().check(z.minLength(1, 'S3_SECRET_ACCESS_KEY must not be empty')),
  ),
};

type S3Environment = z.infer<z.ZodMiniObject<typeof s3Environment>>;

/** Undefined where none of the settings is given, and `incomplete` where some are. */
export function toS3Config(given: S3Environment): S3Config | 'incomplete' | undefined {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = given;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = given;
  const all = [endpoint, bucket, accessKeyId, secretAccessKey];
  if (all.every((one) => one === undefined)) return undefined;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) return 'incomplete';
  return { endpoint: new URL(endpoint).origin, bucket, region, accessKeyId, secretAccessKey };
}

function isEndpoint(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return false;
  return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
}
