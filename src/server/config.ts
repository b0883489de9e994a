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
  /** Undefined where no mail is sent. */
  readonly mail: MailConfig | undefined;
}

export interface MailConfig {
  /** `smtps://user:password@mail.example` or `smtp://…`. */
  readonly smtpUrl: string;
  /** Who writes: `Justmet <justmet@people.example>`. */
  readonly from: string;
}

export type ConfigOutcome =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'problem'; readonly sentence: string };

/** dist/app, seen from dist/server/server/config.js. */
const builtApp = fileURLToPath(new URL('../../app', import.meta.url));

const portSentence = 'PORT must be a whole number from 0 to 65535';
const originSentence = 'JUSTMET_URL must be an address like https://people.example, without a path';

const smtpSentence = 'SMTP_URL must be an address like smtps://user:password@mail.example';
const fromSentence = 'MAIL_FROM must be an address like Justmet <justmet@people.example>';

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
  SMTP_URL: z.optional(z.string().check(z.refine(isSmtpUrl, smtpSentence))),
  MAIL_FROM: z.optional(z.string().check(z.regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, fromSentence))),
  JUSTMET_APP: z._default(z.string().check(z.minLength(1, 'JUSTMET_APP must name a folder')), builtApp),
});

/** Reads the environment; a wrong value comes back as one sentence in plain words. */
export function readConfig(environment: NodeJS.ProcessEnv): ConfigOutcome {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const reason = parsed.error.issues[0]?.message ?? 'The environment cannot be read';
    return { kind: 'problem', sentence: `${reason}.` };
  }
  const { JUSTMET_DATA, PORT, HOST, JUSTMET_URL, JUSTMET_APP, SMTP_URL, MAIL_FROM } = parsed.data;
  if ((SMTP_URL === undefined) !== (MAIL_FROM === undefined)) {
    return { kind: 'problem', sentence: 'SMTP_URL and MAIL_FROM belong together; set both, or neither.' };
  }
  const config = {
    dataFolder: JUSTMET_DATA,
    port: Number(PORT),
    host: HOST,
    origin: JUSTMET_URL === undefined ? undefined : new URL(JUSTMET_URL).origin,
    appFolder: JUSTMET_APP,
    mail:
      SMTP_URL === undefined || MAIL_FROM === undefined ? undefined : { smtpUrl: SMTP_URL, from: MAIL_FROM },
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

function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return false;
  return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
}

function isSmtpUrl(text: string): boolean {
  return URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';
}
