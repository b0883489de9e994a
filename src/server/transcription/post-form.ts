import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

export interface FormRequest {
  readonly url: string;
  readonly form: FormData;
  readonly headers: Readonly<Record<string, string>>;
  /** Of the whole answer. */
  readonly timeoutMs: number;
  /** An answer that is longer is not read to its end. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

export type FormAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter: string | undefined;
      readonly text: string;
    }
  | { readonly kind: 'too-long' }
  /** Nobody took the connection. */
  | { readonly kind: 'unreachable' }
  /** The connection ended before the answer did. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'late' }
  | { readonly kind: 'aborted' };

/**
 * Sends a form as multipart/form-data (RFC 7578), on a connection of its own. Follows no redirect. The platform's
 * `fetch` gives up after five minutes without an answer, which a slow service may well need.
 */
export async function postForm(request: FormRequest): Promise<FormAnswer> {
  const encoded = new Response(request.form);
  const body = Buffer.from(await encoded.arrayBuffer());
  const late = AbortSignal.timeout(request.timeoutMs);
  const signal = AbortSignal.any([request.signal, late]);
  const type = encoded.headers.get('content-type') ?? '';
  const headers = { ...request.headers, 'content-type': type, 'content-length': String(body.length) };
  const whyEnded = (isConnected: boolean): FormAnswer => {
    if (request.signal.aborted) return { kind: 'aborted' };
    if (late.aborted) return { kind: 'late' };
    return { kind: isConnected ? 'broken' : 'unreachable' };
  };
  return new Promise((resolve) => {
    const send = request.url.startsWith('https:') ? requestHttps : requestHttp;
    const sending = send(request.url, { method: 'POST', headers, agent: false, signal });
    let isConnected = false;
    const ready = request.url.startsWith('https:') ? 'secureConnect' : 'connect';
    sending.once('socket', (socket) => {
      socket.once(ready, () => {
        isConnected = true;
      });
    });
    sending.once('response', (response) => {
      void readText(response, request.maxBytes)
        .catch(() => whyEnded(true))
        .then((read) => {
          resolve(typeof read === 'string' ? toAnswer(response, read) : read);
          sending.destroy();
        });
    });
    // After the answer it does nothing: a promise is settled once.
    sending.on('error', () => resolve(whyEnded(isConnected)));
    sending.end(body);
  });
}

async function readText(response: IncomingMessage, maxBytes: number): Promise<string | FormAnswer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of response) {
    const bytes = Buffer.from(piece);
    length += bytes.length;
    if (length > maxBytes) return { kind: 'too-long' };
    pieces.push(bytes);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function toAnswer({ statusCode = 0, headers }: IncomingMessage, text: string): FormAnswer {
  return { kind: 'answered', status: statusCode, retryAfter: headers['retry-after'], text };
}
