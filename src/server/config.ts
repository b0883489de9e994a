import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { type S3Config, s3Environment, toS3Config } from './files/s3-config.ts';
import { pushEnvironment, toPushConfig } from './reminders/push-config.ts';
import type { SpeechModels } from './routes/speech-models.ts';
import {
  type TranscribeConfig,
  toTranscribeConfig,
  transcribeEnvironment,
  transcribeSentence,
} from './transcription/transcribe-config.ts';

export interface Config {
  /** The folder that holds the database and the secret. */
  readonly dataFolder: string;
  readonly port: number;
  readonly host: string;
  /** The address that people use, when it is not this machine's own: `https://people.example`. */
  readonly origin: string | undefined;
  /** The proxies whose word counts for where a request comes from. */
  readonly proxies: readonly string[];
  /** The folder of the built app. */
  readonly appFolder: string;
  /** What is logged, and all that weighs more; `info` has a line a request. */
  readonly logLevel: LogLevel;
  /** With it, /metrics answers others than this machine. */
  readonly metricsToken: string | undefined;
  /** PostgreSQL, for any number of servers on one database; undefined for SQLite in the data folder. */
  readonly databaseUrl: string | undefined;
  /** What cookies are signed with; undefined for the one in the data folder. */
  readonly secret: string | undefined;
  /** An S3-compatible store for pictures and recordings; undefined for a folder in the data folder. */
  readonly s3: S3Config | undefined;
  /** Who writes recordings down; undefined where they are sent nowhere. */
  readonly transcribe: TranscribeConfig | undefined;
  /** Undefined where no mail is sent. */
  readonly mail: MailConfig | undefined;
  /** What writes down speech on devices (docs/voice.md). */
  readonly speechModels: SpeechModels;
  /** Origins that reminders may be sent to beside the open internet's (docs/reminders.md). */
  readonly pushAlsoTo: readonly string[];
}

export interface MailConfig {
  /** `smtps://user:password@mail.example` or `smtp://…`. */
  readonly smtpUrl: string;
  /** Who writes: `Justmet <justmet@people.example>`. */
  readonly from: string;
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export type ConfigOutcome =
  | { readonly kind: 'config'; readonly config: Config }
  /** One sentence a mistake, each in a line of its own. */
  | { readonly kind: 'problem'; readonly sentence: string };

/** dist/app, seen from dist/server/parts/, where the build puts this module. */
const builtApp = fileURLToPath(new URL('../../app', import.meta.url));

const portSentence = 'PORT must be a whole number from 0 to 65535';
const originSentence = 'JUSTMET_URL must be an address like https://people.example, without a path';

const databaseSentence = 'DATABASE_URL must be an address like postgresql://user:password@host/name';
const secretSentence = 'JUSTMET_SECRET must have at least 43 characters; `openssl rand -base64 32` makes one';
const proxySentence = 'JUSTMET_PROXY must list addresses such as 10.0.0.2 or 10.0.0.0/8, with commas between';
const smtpSentence = 'SMTP_URL must be an address like smtps://user:password@mail.example';
const s3Sentence =
  'S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together; set all, or none.';
const fromSentence = 'MAIL_FROM must be an address like Justmet <justmet@people.example>';
const modelsSentence =
  'SPEECH_MODELS_URL must be an address like https://models.example/speech/, without a question mark';
const twoModelsSentence =
  'JUSTMET_MODELS and SPEECH_MODELS_URL are two places for the same models; set one of them, or neither.';

const environmentSchema = z.object({
  JUSTMET_DATA: z._default(z.string().check(z.minLength(1, 'JUSTMET_DATA must name a folder')), './data'),
  PORT: z._default(
    z.string().check(
      z.regex(/^\d{1,5}$/, portSentence),
      z.refine((port) => Number(port) <= 65_535, portSentence),
    ),
    '8787',
  ),
  HOST: z._default(
    z.string().check(z.minLength(1, 'HOST must be an address such as 127.0.0.1')),
    '127.0.0.1',
  ),
  JUSTMET_URL: z.optional(z.string().check(z.refine(isOrigin, originSentence))),
  JUSTMET_PROXY: z.optional(
    z.string().check(z.refine((text) => splitList(text).every(isNetwork), proxySentence)),
  ),
  SMTP_URL: z.optional(z.string().check(z.refine(isSmtpUrl, smtpSentence))),
  MAIL_FROM: z.optional(z.string().check(z.regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, fromSentence))),
  JUSTMET_APP: z._default(z.string().check(z.minLength(1, 'JUSTMET_APP must name a folder')), builtApp),
  JUSTMET_LOG: z._default(z.enum(logLevels, `JUSTMET_LOG must be one of ${logLevels.join(', ')}`), 'warn'),
  JUSTMET_METRICS_TOKEN: z.optional(
    z.string().check(z.minLength(16, 'JUSTMET_METRICS_TOKEN must have at least 16 characters')),
  ),
  DATABASE_URL: z.optional(z.string().check(z.refine(isPostgresUrl, databaseSentence))),
  JUSTMET_SECRET: z.optional(z.string().check(z.minLength(43, secretSentence))),
  JUSTMET_MODELS: z.optional(z.string().check(z.minLength(1, 'JUSTMET_MODELS must name a folder'))),
  SPEECH_MODELS_URL: z.optional(z.string().check(z.refine(isModelsUrl, modelsSentence))),
  ...s3Environment,
  ...transcribeEnvironment,
  ...pushEnvironment,
});

/** Reads the environment; wrong values come back all at once, in plain words. */
export function readConfig(environment: NodeJS.ProcessEnv): ConfigOutcome {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const mistakes = new Set(parsed.error.issues.map(({ message }) => `${message}.`));
    return { kind: 'problem', sentence: [...mistakes].join('\n') };
  }
  const { JUSTMET_DATA, PORT, HOST, JUSTMET_URL, JUSTMET_APP, JUSTMET_LOG } = parsed.data;
  // With a public address, a proxy on this machine says whom it speaks for, unless another one is named.
  const proxies = splitList(parsed.data.JUSTMET_PROXY ?? (JUSTMET_URL === undefined ? '' : 'loopback'));
  const { SMTP_URL, MAIL_FROM } = parsed.data;
  const s3 = toS3Config(parsed.data);
  const halves: string[] = [];
  if ((SMTP_URL === undefined) !== (MAIL_FROM === undefined)) {
    halves.push('SMTP_URL and MAIL_FROM belong together; set both, or neither.');
  }
  if (s3 === 'incomplete') halves.push(s3Sentence);
  const transcribe = toTranscribeConfig(parsed.data);
  if (transcribe === 'incomplete') halves.push(transcribeSentence);
  const { JUSTMET_MODELS, SPEECH_MODELS_URL } = parsed.data;
  if (JUSTMET_MODELS !== undefined && SPEECH_MODELS_URL !== undefined) halves.push(twoModelsSentence);
  if (s3 === 'incomplete' || transcribe === 'incomplete' || halves.length > 0) {
    return { kind: 'problem', sentence: halves.join('\n') };
  }
  const config = {
    dataFolder: JUSTMET_DATA,
    port: Number(PORT),
    host: HOST,
    origin: JUSTMET_URL === undefined ? undefined : new URL(JUSTMET_URL).origin,
    proxies,
    appFolder: JUSTMET_APP,
    logLevel: JUSTMET_LOG,
    metricsToken: parsed.data.JUSTMET_METRICS_TOKEN,
    databaseUrl: parsed.data.DATABASE_URL,
    secret: parsed.data.JUSTMET_SECRET,
    s3,
    transcribe,
    mail:
      SMTP_URL === undefined || MAIL_FROM === undefined ? undefined : { smtpUrl: SMTP_URL, from: MAIL_FROM },
    speechModels: {
      folder: resolve(JUSTMET_MODELS ?? join(JUSTMET_DATA, 'models')),
      at: SPEECH_MODELS_URL?.replace(/\/*$/, '/'),
    },
    pushAlsoTo: toPushConfig(parsed.data),
  };
  return { kind: 'config', config };
}

/** The file that the database is opened from. */
export function databasePath(config: Pick<Config, 'dataFolder'>): string {
  return join(config.dataFolder, 'contacts.sqlite');
}

/** The folder that recordings and pictures lie in where there is no S3-compatible store. */
export function filesPath(config: Pick<Config, 'dataFolder'>): string {
  return join(config.dataFolder, 'files');
}

function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);
}

function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return false;
  return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
}

function splitList(text: string): string[] {
  return text.split(',').flatMap((word) => word.trim() || []);
}

/** An address, a network as `10.0.0.0/8`, or this machine. */
function isNetwork(text: string): boolean {
  if (text === 'loopback') return true;
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

function isSmtpUrl(text: string): boolean {
  return URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';
}

function isModelsUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return false;
  return url.search === '' && url.hash === '' && url.username === '';
}
