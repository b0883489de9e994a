import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { lookUpPublic, mayPushTo } from './push-address.ts';

export interface PushRequest {
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Of the whole answer. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export type PushAnswer =
  | { readonly kind: 'accepted' }
  /** RFC 8030, 7.3: the subscription is there no longer. */
  | { readonly kind: 'gone' }
  /** It is not taken, and would not be another time. */
  | { readonly kind: 'refused'; readonly status: number }
  /** It was not taken now. */
  | { readonly kind: 'busy'; readonly status: number; readonly retryAfter: string | undefined }
  /** Nobody took the connection: nothing has gone out. */
  | { readonly kind: 'unreachable' }
  /** It has gone out, and no answer came: it may have arrived. */
  | { readonly kind: 'unsure' };

export interface PushPoster {
  /** Never rejects. */
  post(request: PushRequest): Promise<PushAnswer>;
  close(): void;
}

/** Shorter than what servers wait before they hang up: a request would be lost on a connection that just ends. */
const idleMs = 3_000;

/** Posts to push services (RFC 8030), over connections that are kept for the next. Follows no redirect. */
export function createPushPoster(also: readonly string[]): PushPoster {
  const options = { keepAlive: true, timeout: idleMs };
  const agents = { http: new HttpAgent(options), https: new HttpsAgent(options) };
  return {
    post(request) {
      const { origin, protocol } = new URL(request.endpoint);
      // What was taken under other settings is not sent under these.
      if (!mayPushTo(request.endpoint, also)) return Promise.resolve({ kind: 'refused', status: 0 });
      const lookup = also.includes(origin) ? {} : { lookup: lookUpPublic };
      const isSecure = protocol === 'https:';
      const agent = isSecure ? agents.https : agents.http;
      return sendOnce(isSecure, request, { agent, ...lookup });
    },
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

type Connecting = Pick<Parameters<typeof requestHttps>[1] & object, 'agent' | 'lookup'>;

function sendOnce(isSecure: boolean, request: PushRequest, connecting: Connecting): Promise<PushAnswer> {
  const { endpoint, body } = request;
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(request.timeoutMs)]);
  const headers = { ...request.headers, 'content-length': String(body.length) };
  const send = isSecure ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const sending = send(endpoint, { method: 'POST', headers, signal, ...connecting });
    let isOut = false;
    sending.once('socket', (socket) => {
      if (sending.reusedSocket) isOut = true;
      else {
        socket.once(isSecure ? 'secureConnect' : 'connect', () => {
          isOut = true;
        });
      }
    });
    sending.once('response', (response) => {
      resolve(toAnswer(response));
      // To its end, so that the connection can be used again; of a long one no more is read.
      let length = 0;
      response.on('data', (piece: Buffer) => {
        length += piece.length;
        if (length > maxAnswerBytes) sending.destroy();
      });
      response.on('error', () => undefined);
    });
    // After the answer it does nothing: a promise is settled once.
    sending.on('error', () => resolve({ kind: isOut ? 'unsure' : 'unreachable' }));
    sending.end(body);
  });
}

const maxAnswerBytes = 65_536;

/** https://www.rfc-editor.org/rfc/rfc8030#section-5 and, for 429 and Retry-After, section 8.4. */
function toAnswer({ statusCode: status = 0, headers }: IncomingMessage): PushAnswer {
  if (status >= 200 && status < 300) return { kind: 'accepted' };
  if (status === 404 || status === 410) return { kind: 'gone' };
  if (status === 429 || status >= 500) return { kind: 'busy', status, retryAfter: headers['retry-after'] };
  return { kind: 'refused', status };
}
