import type * as z from 'zod/mini';
import type { HttpResult } from '../protocol/http-result.ts';
import { type Problem, problemSchema } from '../protocol/problem.ts';

interface RawRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Bytes go as they are, anything else as JSON. */
  readonly body?: unknown;
  /** Breaks it off: the answer is then `unreachable`. */
  readonly signal?: AbortSignal | undefined;
  /** Hears what the contact database's clock said, milliseconds since 1970 (RFC 9110, 6.6.1). */
  readonly onDate?: (serverMs: number) => void;
}

interface HttpRequest<T> extends RawRequest {
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
    if (parsed.success) request.onDate?.(Date.parse(response.headers.get('date') ?? ''));
    return parsed.success ? { kind: 'ok', value: parsed.data } : notUnderstood(response);
  } catch {
    return { kind: 'unreachable' };
  }
}

/**
 * The same for an answer that is bytes of the given media type. Where it breaks off, what has come of it is
 * the answer: on a slow connection that is all there will ever be.
 */
export async function fetchBytes(
  request: RawRequest,
  type: string,
): Promise<HttpResult<Uint8Array<ArrayBuffer>>> {
  try {
    const response = await fetch(request.path, await makeInit(request));
    if (!response.ok) return readProblem(response, await response.text());
    if (response.headers.get('content-type') !== type) return notUnderstood(response);
    return { kind: 'ok', value: await readBytes(response) };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** All bytes, or those before it broke off; rejects where there are none. */
async function readBytes({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  try {
    for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
      parts.push(read.value);
    }
  } catch (error) {
    if (parts.length === 0) throw error;
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function notUnderstood({ status }: Response): HttpResult<never> {
  return { kind: 'problem', problem: makeProblem(status, 'The answer could not be understood.') };
}

async function makeInit({ method, body, signal }: RawRequest): Promise<RequestInit> {
  const init: RequestInit = {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    signal: anySignal([AbortSignal.timeout(patienceMs), ...(signal === undefined ? [] : [signal])]),
  };
  if (body === undefined) return init;
  if (body instanceof Uint8Array && body.buffer instanceof ArrayBuffer) {
    return { ...init, headers: { 'content-type': 'application/octet-stream' }, body: new Uint8Array(body) };
  }
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
