import { createHash } from 'node:crypto';
import * as z from 'zod/mini';

/** A service that speaks the form of `/v1/audio/transcriptions`. */
export interface TranscribeConfig {
  /** The whole address that recordings are sent to. */
  readonly url: string;
  /** Sent as a bearer; a secret. */
  readonly key: string | undefined;
  readonly model: string;
  /** ISO 639-1; undefined where the service is to find out. */
  readonly language: string | undefined;
  /** For one answer, in milliseconds. */
  readonly timeoutMs: number;
  /** How many recordings this process sends at a time. */
  readonly atOnce: number;
}

const urlSentence =
  'TRANSCRIBE_URL must be an address like http://127.0.0.1:8080/inference, without a password';
const keySentence = 'TRANSCRIBE_KEY must be one word of plain letters, digits and signs';
const languageSentence = 'TRANSCRIBE_LANGUAGE must be two small letters such as en or es';
const timeoutSentence = 'TRANSCRIBE_TIMEOUT must be a whole number of seconds from 1 to 36000';
const atOnceSentence = 'TRANSCRIBE_AT_ONCE must be a whole number from 1 to 16';
export const transcribeSentence =
  'TRANSCRIBE_KEY, TRANSCRIBE_MODEL, TRANSCRIBE_LANGUAGE, TRANSCRIBE_TIMEOUT and TRANSCRIBE_AT_ONCE need a TRANSCRIBE_URL.';

const wholeNumber = (least: number, most: number, sentence: string) =>
  z.string().check(
    z.regex(/^\d{1,5}$/, sentence),
    z.refine((text) => Number(text) >= least && Number(text) <= most, sentence),
  );

/** The part of the environment that says who writes recordings down. */
export const transcribeEnvironment = {
  TRANSCRIBE_URL: z.optional(z.string().check(z.refine(isAddress, urlSentence))),
  TRANSCRIBE_KEY: z.optional(z.string().check(z.regex(/^[\x21-\x7e]+$/, keySentence))),
  TRANSCRIBE_MODEL: z.optional(
    z.string().check(z.regex(/^[^\p{Cc}]{1,200}$/u, 'TRANSCRIBE_MODEL must be the name of a model')),
  ),
  TRANSCRIBE_LANGUAGE: z.optional(z.string().check(z.regex(/^[a-z]{2}$/, languageSentence))),
  TRANSCRIBE_TIMEOUT: z.optional(wholeNumber(1, 36_000, timeoutSentence)),
  TRANSCRIBE_AT_ONCE: z.optional(wholeNumber(1, 16, atOnceSentence)),
};

type TranscribeEnvironment = z.infer<z.ZodMiniObject<typeof transcribeEnvironment>>;

/** Undefined where none of the settings is given, and `incomplete` where the address alone is missing. */
export function toTranscribeConfig(
  given: TranscribeEnvironment,
): TranscribeConfig | 'incomplete' | undefined {
  const { TRANSCRIBE_URL, TRANSCRIBE_KEY, TRANSCRIBE_MODEL, TRANSCRIBE_LANGUAGE } = given;
  const { TRANSCRIBE_TIMEOUT, TRANSCRIBE_AT_ONCE } = given;
  if (TRANSCRIBE_URL === undefined) {
    const others = [
      TRANSCRIBE_KEY,
      TRANSCRIBE_MODEL,
      TRANSCRIBE_LANGUAGE,
      TRANSCRIBE_TIMEOUT,
      TRANSCRIBE_AT_ONCE,
    ];
    return others.every((one) => one === undefined) ? undefined : 'incomplete';
  }
  return {
    url: toWholeAddress(TRANSCRIBE_URL),
    key: TRANSCRIBE_KEY,
    model: TRANSCRIBE_MODEL ?? 'whisper-1',
    language: TRANSCRIBE_LANGUAGE,
    timeoutMs: Number(TRANSCRIBE_TIMEOUT ?? 900) * 1_000,
    atOnce: Number(TRANSCRIBE_AT_ONCE ?? 1),
  };
}

/** Names settings under which a service may answer otherwise than under others. The key is not in it. */
export function nameSettings({ url, model, language }: TranscribeConfig): string {
  return createHash('sha256')
    .update(JSON.stringify([url, model, language]))
    .digest('hex')
    .slice(0, 16);
}

/** `https://api.example`, `https://api.example/v1`: what other programs call the base. */
function toWholeAddress(text: string): string {
  const url = new URL(text);
  const path = url.pathname.replace(/\/+$/, '');
  if (path === '' || path.endsWith('/v1')) {
    url.pathname = `${path === '' ? '/v1' : path}/audio/transcriptions`;
  }
  return url.href;
}

function isAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return false;
  return url.username === '' && url.password === '' && url.hash === '';
}
