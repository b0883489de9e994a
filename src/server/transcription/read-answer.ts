import * as z from 'zod/mini';
import { maxNoteLength } from '../../domain/limits.ts';
import { storableText } from '../../domain/text.ts';
import type { FormAnswer } from './post-form.ts';

/** What became of one recording that was sent. */
export type Outcome =
  /** The words; empty where there were none. */
  | { readonly kind: 'heard'; readonly text: string }
  /** This recording is not taken, now or later. */
  | { readonly kind: 'refused'; readonly status: number }
  /** Nobody is let in: a wrong key, or nothing paid. */
  | { readonly kind: 'denied'; readonly status: number }
  /** There is no such service at the address. */
  | { readonly kind: 'misdirected'; readonly status: number }
  /** The service takes nothing just now. */
  | { readonly kind: 'busy'; readonly status: number; readonly retryAfter: string | undefined }
  | { readonly kind: 'unreachable' }
  /** Something went wrong with this recording; another one may go well. */
  | { readonly kind: 'failed'; readonly status: number }
  | { readonly kind: 'broken' }
  | { readonly kind: 'late' }
  /** An answer that nobody can read. */
  | { readonly kind: 'nonsense' }
  /** This process is ending, or the recording is another one's by now. */
  | { readonly kind: 'aborted' };

const answerSchema = z.object({ text: z.string() });

const kindByStatus: ReadonlyMap<number, 'refused' | 'denied' | 'misdirected' | 'busy'> = new Map([
  ...[400, 413, 415, 422].map((status) => [status, 'refused'] as const),
  ...[401, 402, 403].map((status) => [status, 'denied'] as const),
  ...[404, 405, 410, 501].map((status) => [status, 'misdirected'] as const),
  ...[408, 425, 429, 502, 503, 504].map((status) => [status, 'busy'] as const),
]);

/** By the status alone, and for a good one by what is in it; never by the words of an error. */
export function readAnswer(answer: FormAnswer): Outcome {
  if (answer.kind === 'too-long') return { kind: 'nonsense' };
  if (answer.kind !== 'answered') return answer;
  const { status, retryAfter, text } = answer;
  if (status >= 200 && status < 300) return readWords(text);
  if (status >= 300 && status < 400) return { kind: 'misdirected', status };
  const kind = kindByStatus.get(status) ?? 'failed';
  return kind === 'busy' ? { kind, status, retryAfter } : { kind, status };
}

function readWords(body: string): Outcome {
  const parsed = answerSchema.safeParse(parseJson(body));
  return parsed.success ? { kind: 'heard', text: toWords(parsed.data.text) } : { kind: 'nonsense' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What whisper.cpp writes for silence. */
const blank = /\[BLANK_AUDIO\]/g;

/** Such as a field can keep; what is longer ends after a word. */
function toWords(text: string): string {
  const whole = storableText(text.replace(/\r\n?/g, '\n').replace(blank, ' ')).trim();
  if (whole.length <= maxNoteLength) return whole;
  // One more, so that a word that ends just there is kept. Where there is no space for long, it is cut all the same.
  const head = whole.slice(0, maxNoteLength + 1);
  const end = Math.max(head.search(/\s\S*$/), maxNoteLength - 1_000);
  return storableText(head.slice(0, end).replace(/[\uD800-\uDBFF]$/, '')).trim();
}
