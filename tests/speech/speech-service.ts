import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One recording as it was sent. */
export interface SentForm {
  readonly authorization: string | undefined;
  readonly address: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly fileName: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a service answers to its n-th request, from 0; `reset` ends the connection without an answer. */
export type Answer = (sent: SentForm, n: number) => Reply | 'reset' | Promise<Reply | 'reset'>;

export interface SpeechService {
  readonly url: string;
  /** What came, the oldest first, whether it was answered or not. */
  readonly sent: readonly SentForm[];
  stop(): Promise<void>;
}

export const heard = (text: string): Reply => ({ body: JSON.stringify({ text }) });

/** Speaks the form of `/v1/audio/transcriptions`: multipart in, what the test says out. */
export async function startSpeechService(answer: Answer, port = 0): Promise<SpeechService> {
  const sent: SentForm[] = [];
  const server = createServer((request, response) => {
    void answerOne(request, response, answer, sent).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/audio/transcriptions`;
  return {
    url,
    sent,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answerOne(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  sent: SentForm[],
): Promise<void> {
  const form = await readForm(request);
  sent.push(form);
  const reply = await answer(form, sent.length - 1);
  if (reply === 'reset') {
    request.socket.destroy();
    return;
  }
  const { status = 200, headers = {}, body } = reply;
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

async function readForm(request: IncomingMessage): Promise<SentForm> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  const type = request.headers['content-type'] ?? '';
  const form = await new Response(Buffer.concat(pieces), { headers: { 'content-type': type } }).formData();
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') fields[name] = value;
  const file = form.get('file');
  const isFile = file !== null && typeof file !== 'string';
  const bytes = new Uint8Array(isFile ? await file.arrayBuffer() : []);
  return {
    authorization: request.headers.authorization,
    address: request.url ?? '',
    fields,
    fileName: isFile ? file.name : '',
    type: isFile ? file.type : '',
    bytes,
    hash: createHash('sha256').update(bytes).digest('hex'),
  };
}
