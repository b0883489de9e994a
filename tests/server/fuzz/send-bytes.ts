import { connect } from 'node:net';

/** How a connection ended: with an answer, or closed without a word. */
export type Answer =
  | { readonly kind: 'answer'; readonly status: number; readonly head: string; readonly body: string }
  | { readonly kind: 'closed' };

const timeLimit = 20_000;
/** A server that still works on an answer drops it when it hears that nothing more comes. */
const patience = 1_000;

interface Sending {
  readonly head: string;
  readonly body: Uint8Array;
  /** Whether it says wrongly how long it is: then the server may wait for more until it hears that there is none. */
  readonly isCutOff: boolean;
}

/**
 * Sends bytes as they are and reads until the server closes. It says that nothing more comes after a while, or at
 * once where a request is cut off. A stream of events is left after its head. Rejects when the server does not
 * answer at all: it hangs, or is gone.
 */
export function sendBytes(url: string, { head, body, isCutOff }: Sending): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), hostname);
    const finish = () => {
      clearTimeout(timer);
      clearTimeout(ending);
      socket.destroy();
      resolve(toAnswer(received));
    };
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`No answer in ${timeLimit / 1_000} seconds; so far: ${received.slice(0, 200)}`));
    }, timeLimit);
    const ending = setTimeout(() => socket.end(), patience);
    socket.setEncoding('latin1');
    socket.on('data', (text) => {
      received += text;
      if (/\r\ncontent-type: text\/event-stream/i.test(received)) finish();
    });
    socket.on('end', finish);
    socket.on('close', finish);
    socket.on('error', (error) => {
      // A server that has heard enough closes while we still send.
      if ('code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')) return finish();
      clearTimeout(timer);
      clearTimeout(ending);
      reject(error);
    });
    socket.write(Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'utf8'), body]));
    if (isCutOff) socket.end();
  });
}

function toAnswer(received: string): Answer {
  // An answer of 100 is a promise of another one.
  const text = received.replace(/^HTTP\/1\.1 100 [^\r]*\r\n\r\n/, '');
  const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
  if (status === undefined) return { kind: 'closed' };
  const end = text.indexOf('\r\n\r\n');
  return { kind: 'answer', status: Number(status), head: text.slice(0, end), body: text.slice(end + 4) };
}
