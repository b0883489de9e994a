import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

export interface Config {
  /** The folder that holds the database and the secret. */
  readonly dataFolder: string;
  readonly port: number;
  readonly host: string;
  /** The address that people use, when it is not this machine's own: `https://people.example`. */
  readonly origin: string | undefined;
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
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export type ConfigOutcome =
  | { readonly kind: 'config'; readonly config: Config }
  /** One sentence a mistake, each in a line of its own. */
  | { readonly kind: 'problem'; readonly sentence: string };

/** dist/app, seen from dist/server/server/config.js. */
const builtApp = fileURLToPath(new URL('../../app', import.meta.url));

const portSentence = 'PORT must be a whole number from 0 to 65535';
const originSentence = 'JUSTMET_URL must be an address like https://people.example, without a path';

const databaseSentence = 'DATABASE_URL must be an address like postgresql://user:password@host/name';
const secretSentence = 'JUSTMET_SECRET must have at least 43 characters; `openssl rand -base64 32` makes one';

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
  JUSTMET_APP: z._default(z.string().check(z.minLength(1, 'JUSTMET_APP must name a folder')), builtApp),
  JUSTMET_LOG: z._default(z.enum(logLevels, `JUSTMET_LOG must be one of ${logLevels.join(', ')}`), 'warn'),
  JUSTMET_METRICS_TOKEN: z.optional(
    z.string().check(z.minLength(16, 'JUSTMET_METRICS_TOKEN must have at least 16 characters')),
  ),
  DATABASE_URL: z.optional(z.string().check(z.refine(isPostgresUrl, databaseSentence))),
  JUSTMET_SECRET: z.optional(z.string().check(z.minLength(43, secretSentence))),
});

/** Reads the environment; wrong values come back all at once, in plain words. */
export function readConfig(environment: NodeJS.ProcessEnv): ConfigOutcome {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const mistakes = new Set(parsed.error.issues.map(({ message }) => `${message}.`));
    return { kind: 'problem', sentence: [...mistakes].join('\n') };
  }
  const { JUSTMET_DATA, PORT, HOST, JUSTMET_URL, JUSTMET_APP, JUSTMET_LOG } = parsed.data;
  const config = {
    dataFolder: JUSTMET_DATA,
    port: Number(PORT),
    host: HOST,
    origin: JUSTMET_URL === undefined ? undefined : new URL(JUSTMET_URL).origin,
    appFolder: JUSTMET_APP,
    logLevel: JUSTMET_LOG,
    metricsToken: parsed.data.JUSTMET_METRICS_TOKEN,
    databaseUrl: parsed.data.DATABASE_URL,
    secret: parsed.data.JUSTMET_SECRET,
  };
  return { kind: 'config', config };
}

/** The file that the database is opened from. */
export function databasePath(config: Pick<Config, 'dataFolder'>): string {
  return join(config.dataFolder, 'contacts.sqlite');
}

/** The folder that recordings and pictures lie in. */
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
