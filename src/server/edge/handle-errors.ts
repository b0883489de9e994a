import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, problemMediaType } from '../../protocol/problem.ts';
import { diskFull, ProblemError, tooLarge } from '../problem.ts';
import { isDiskFull } from '../storage/is-disk-full.ts';
import { StorageGoneError } from '../storage/storage.ts';

/** The one place where a failure becomes an answer. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply));
}

export function answerError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const { problem } = toProblemError(error);
  if (problem.status >= 500) {
    // Never the body, the headers or the address: they hold names, tokens and numbers.
    const failure = { name: error.name, message: error.message, stack: error.stack };
    request.log.error({ failure, route: request.routeOptions?.url }, 'A request failed');
  }
  sendProblem(reply, problem);
}

function sendProblem(reply: FastifyReply, problem: Problem): void {
  reply.code(problem.status).type(problemMediaType).send(JSON.stringify(problem));
}

/** A request that is not HTTP at all: fastify has no reply for it, only a socket. */
export function problemOverSocket(): string {
  const problem = { type: 'about:blank', title: STATUS_CODES[400], status: 400, detail: 'This is not HTTP.' };
  const body = JSON.stringify(problem);
  const length = Buffer.byteLength(body);
  return `HTTP/1.1 400 Bad Request\r\nContent-Type: ${problemMediaType}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${body}`;
}

function toProblemError(error: Error): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof StorageGoneError) {
    const detail =
      'The data folder of this contact database is gone. Nothing is taken until it is started again.';
    return new ProblemError({ status: 503, detail });
  }
  if (isDiskFull(error)) return diskFull();
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  if (status === 413) return tooLarge();
  if (status === 415)
    return new ProblemError({ status, detail: 'Send JSON: content-type application/json.' });
  if (status >= 400 && status < 500) {
    return new ProblemError({ status, detail: 'The request cannot be understood.' });
  }
  return new ProblemError({ status: 500, detail: 'Something went wrong here. It has been noted.' });
}
