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
  /** PostgreSQL, for any number of servers on one database; undefined for SQLite in the data folder. */
  readonly databaseUrl: string | undefined;
  /** What cookies are signed with; undefined for the one in the data folder. */
  readonly secret: string | undefined;
}

export type ConfigOutcome =
  | { readonly kind: 'config'; readonly config: Config }
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
  DATABASE_URL: z.optional(z.string().check(z.refine(isPostgresUrl, databaseSentence))),
  JUSTMET_SECRET: z.optional(z.string().check(z.minLength(43, secretSentence))),
});

/** Reads the environment; a wrong value comes back as one sentence in plain words. */
export function readConfig(environment: NodeJS.ProcessEnv): ConfigOutcome {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const reason = parsed.error.issues[0]?.message ?? 'The environment cannot be read';
    return { kind: 'problem', sentence: `${reason}.` };
  }
  const { JUSTMET_DATA, PORT, HOST, JUSTMET_URL, JUSTMET_APP, DATABASE_URL, JUSTMET_SECRET } = parsed.data;
  const config = {
    dataFolder: JUSTMET_DATA,
    port: Number(PORT),
    host: HOST,
    origin: JUSTMET_URL === undefined ? undefined : new URL(JUSTMET_URL).origin,
    appFolder: JUSTMET_APP,
    databaseUrl: DATABASE_URL,
    secret: JUSTMET_SECRET,
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
