import { STATUS_CODES } from 'node:http';
import type { FieldProblem } from '../domain/tables.ts';
import { diskFullProblemType } from '../protocol/disk-full.ts';
import type { Problem } from '../protocol/problem.ts';

/** Enough to find a mistake; a body can hold a hundred thousand of them. */
const maxListedErrors = 100;

interface ProblemDetails {
  readonly status: number;
  readonly detail: string;
  readonly type?: string;
  readonly errors?: readonly FieldProblem[];
}

/**
 * The one exception that is no bug: routes and hooks throw it to end a request, and
 * edge/handle-errors.ts answers it as an RFC 9457 document. What they call returns typed values.
 */
export class ProblemError extends Error {
  readonly problem: Problem;
  /** What fastify's own code looks for. */
  readonly statusCode: number;

  constructor({ status, detail, type = 'about:blank', errors }: ProblemDetails) {
    super(detail);
    this.name = 'ProblemError';
    this.statusCode = status;
    const document = { type, title: STATUS_CODES[status] ?? 'Error', status, detail };
    this.problem =
      errors === undefined ? document : { ...document, errors: errors.slice(0, maxListedErrors) };
  }
}

export function badRequest(errors: readonly FieldProblem[]): ProblemError {
  return new ProblemError({
    status: 400,
    detail: 'Something in the request is not as it should be.',
    errors,
  });
}

export function notSignedIn(): ProblemError {
  return new ProblemError({ status: 401, detail: 'Sign in first.' });
}

export function notFound(): ProblemError {
  return new ProblemError({ status: 404, detail: 'There is nothing at this address.' });
}

export function tooLarge(): ProblemError {
  return new ProblemError({
    status: 413,
    detail: 'The request is larger than anything that this address takes.',
  });
}

export function diskFull(): ProblemError {
  return new ProblemError({
    status: 507,
    type: diskFullProblemType,
    detail: 'The disk of this contact database is full. Nothing is lost: what you saved waits on your phone.',
  });
}
