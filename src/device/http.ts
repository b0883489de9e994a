import type * as z from 'zod/mini';
import type { HttpResult } from '../protocol/http-result.ts';
import { type Problem, problemSchema } from '../protocol/problem.ts';

interface HttpRequest<T> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Breaks it off: the answer is then `unreachable`. */
  readonly signal?: AbortSignal;
  /** Parses the answer: `undefined` for one without a body. */
  readonly schema: z.ZodMiniType<T>;
}

/** What a proxy or a hotel's sign-in page answers is not the contact database's word: its 401 ends no session. */
const badGateway = 502;
const gzipFromLength = 1_024;
/** A connection that is half dead never answers, and the lock on sending would be held for ever. */
const patienceMs = 60_000;

/** One request to the contact database; whatever comes back is parsed. Never throws. */
export async function sendHttp<T>(request: HttpRequest<T>): Promise<HttpResult<T>> {
  try {
    const response = await fetch(request.path, await makeInit(request));
    const text = await response.text();
    if (!response.ok) return readProblem(response, text);
    const parsed = request.schema.safeParse(parseJson(text));
    if (parsed.success) return { kind: 'ok', value: parsed.data };
    return { kind: 'problem', problem: makeProblem(response.status, 'The answer could not be understood.') };
  } catch {
    return { kind: 'unreachable' };
  }
}

async function makeInit({ method, body, signal }: HttpRequest<unknown>): Promise<RequestInit> {
  const init: RequestInit = {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    signal: anySignal([AbortSignal.timeout(patienceMs), ...(signal === undefined ? [] : [signal])]),
  };
  if (body === undefined) return init;
  const text = JSON.stringify(body);
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (text.length < gzipFromLength || typeof CompressionStream === 'undefined') {
    return { ...init, headers, body: text };
  }
  headers['content-encoding'] = 'gzip';
  return { ...init, headers, body: await compress(text) };
}

/** In memory: a Blob goes through the browser's own process, there and back. */
function compress(text: string): Promise<ArrayBuffer> {
  const { readable, writable } = new CompressionStream('gzip');
  const writer = writable.getWriter();
  const ignore = () => undefined;
  // What goes wrong is also said where it is read.
  writer.write(new TextEncoder().encode(text)).catch(ignore);
  writer.close().catch(ignore);
  return new Response(readable).arrayBuffer();
}

/** `AbortSignal.any`, which Safari has since 17.4. */
function anySignal(signals: readonly AbortSignal[]): AbortSignal {
  const controller = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) controller.abort(signal.reason);
    signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
  }
  return controller.signal;
}

function readProblem(response: Response, text: string): HttpResult<never> {
  const retryAfterMs = readRetryAfter(response.headers.get('retry-after'));
  const parsed = problemSchema.safeParse(parseJson(text));
  const problem = parsed.success
    ? parsed.data
    : makeProblem(badGateway, 'Something between here and your contact database answered instead of it.');
  return retryAfterMs > 0 ? { kind: 'problem', problem, retryAfterMs } : { kind: 'problem', problem };
}

function makeProblem(status: number, title: string): Problem {
  return { type: 'about:blank', title, status };
}

const notJson = Symbol('not JSON');

/** No text, as of a 204, is undefined; a page of somebody in between fits no schema. */
function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return notJson;
  }
}

/** Milliseconds; 0 for none. Seconds or a date (RFC 9110, 10.2.3). */
function readRetryAfter(header: string | null): number {
  if (header === null) return 0;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1_000;
  return Math.max(0, ms);
}
