import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, problemMediaType } from '../../protocol/problem.ts';
import { FilesAwayError } from '../files/file-storage.ts';
import { diskFull, notSignedIn, ProblemError, tooLarge } from '../problem.ts';
import { errorCode } from '../start-up-problem.ts';
import { isDiskFull } from '../storage/is-disk-full.ts';
import { isPostgresAway } from '../storage/postgres/is-postgres-away.ts';
import { AccountGoneError, StorageAwayError, StorageGoneError } from '../storage/storage.ts';

/**
 * The one place where a failure becomes an answer. `isStorageAway` is asked about what nobody expected: what
 * better-auth throws when the database is away says nothing of it.
 */
export function handleErrors(app: FastifyInstance, isStorageAway: () => Promise<boolean>): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const isUnexpected = toProblemError(error).problem.status === 500;
    answerError(isUnexpected && (await isStorageAway()) ? away('storage') : error, request, reply);
    return reply;
  });
}

export function answerError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(reply, noteProblem(error, request));
}

/** What a failure is to whoever asked; it is logged where it is ours. */
export function noteProblem(error: Error, request: FastifyRequest): Problem {
  const { problem } = toProblemError(error);
  if (problem.status >= 500) {
    // Never the body, the headers or the address: they hold names, tokens and numbers.
    const failure = { name: error.name, message: error.message, stack: error.stack };
    request.log.error({ failure, route: request.routeOptions?.url }, 'A request failed');
  }
  return problem;
}

function sendProblem(reply: FastifyReply, problem: Problem): void {
  reply.code(problem.status).type(problemMediaType).send(JSON.stringify(problem));
}

/** What fastify has no reply for, only a socket: what is not HTTP, too long a head, or one that never ends. */
export function answerSocket({ code }: { readonly code: string }, socket: Socket): void {
  if (!socket.writable || code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  // The rest of a request that was answered already would be answered once more.
  if (socket.bytesWritten > 0) {
    socket.destroySoon();
    return;
  }
  const { status, detail } = socketProblems.get(code) ?? { status: 400, detail: 'This is not HTTP.' };
  const title = STATUS_CODES[status] ?? 'Error';
  const body = JSON.stringify({ type: 'about:blank', title, status, detail });
  const head = `Content-Type: ${problemMediaType}\r\nContent-Length: ${Buffer.byteLength(body)}`;
  socket.end(`HTTP/1.1 ${status} ${title}\r\n${head}\r\nConnection: close\r\n\r\n${body}`);
}

const socketProblems = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', { status: 408, detail: 'The request did not arrive in time.' }],
  ['HPE_HEADER_OVERFLOW', { status: 431, detail: 'The head of the request is too large.' }],
]);

/** By SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const problemByState: Readonly<Record<string, () => ProblemError>> = {
  // character_not_in_repertoire, which a NUL is
  '22021': () =>
    new ProblemError({ status: 400, detail: 'The request holds a character that no database can keep.' }),
  // foreign_key_violation: what the request belonged to was deleted while it was on the way
  '23503': notSignedIn,
};

const nothingLost = 'Nothing is lost: what you saved waits on your phone.';

function away(what: string): ProblemError {
  const detail = `This contact database does not reach its ${what} just now. ${nothingLost}`;
  return new ProblemError({ status: 503, detail });
}

function toProblemError(error: Error): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof StorageGoneError) {
    const detail =
      'The data folder of this contact database is gone. Nothing is taken until it is started again.';
    return new ProblemError({ status: 503, detail });
  }
  if (error instanceof AccountGoneError) return notSignedIn();
  if (error instanceof StorageAwayError || isPostgresAway(error)) return away('storage');
  if (error instanceof FilesAwayError) return away('pictures and recordings');
  if (isDiskFull(error)) return diskFull();
  const byState = problemByState[errorCode(error)];
  if (byState !== undefined) return byState();
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  if (status === 413) return tooLarge();
  if (status === 415)
    return new ProblemError({ status, detail: 'Send JSON: content-type application/json.' });
  if (status >= 400 && status < 500) {
    return new ProblemError({ status, detail: 'The request cannot be understood.' });
  }
  return new ProblemError({ status: 500, detail: 'Something went wrong here. It has been noted.' });
}
