import { postForm } from './post-form.ts';
import { type Outcome, readAnswer } from './read-answer.ts';
import type { TranscribeConfig } from './transcribe-config.ts';

/** Far more than the words of the longest recording. */
const maxAnswerBytes = 4_000_000;

export interface SentRecording {
  /** A media type without parameters. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * Sends a recording to be written down: its bytes, what kind they are, and the settings. Neither a name nor an id
 * goes along. https://platform.openai.com/docs/api-reference/audio/createTranscription
 */
export async function askService(
  config: TranscribeConfig,
  { type, bytes }: SentRecording,
  signal: AbortSignal,
): Promise<Outcome> {
  const form = settingsToForm(config);
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), `recording.${endingOf(type)}`);
  const { url, timeoutMs } = config;
  const request = { url, form, headers: headersOf(config), timeoutMs, maxBytes: maxAnswerBytes, signal };
  return readAnswer(await postForm(request));
}

/** What a service answers to the settings alone: nothing is sent that anybody said. */
export async function probeService(config: TranscribeConfig, timeoutMs: number): Promise<Outcome> {
  const { signal } = new AbortController();
  const form = settingsToForm(config);
  const request = { url: config.url, form, headers: headersOf(config), timeoutMs, signal };
  return readAnswer(await postForm({ ...request, maxBytes: maxAnswerBytes }));
}

function settingsToForm({ model, language }: TranscribeConfig): FormData {
  const form = new FormData();
  form.append('model', model);
  if (language !== undefined) form.append('language', language);
  form.append('response_format', 'json');
  return form;
}

function headersOf({ key }: TranscribeConfig): Record<string, string> {
  return { accept: 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) };
}

/** Services look at the ending to know how to read a file; those that are not here are called as their type. */
const endings: Readonly<Record<string, string>> = {
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/aac': 'm4a',
  'audio/wave': 'wav',
  'audio/x-wav': 'wav',
  'audio/opus': 'ogg',
};

function endingOf(type: string): string {
  return endings[type] ?? /\/(?:x-)?([a-z0-9]+)/.exec(type)?.[1] ?? 'bin';
}
