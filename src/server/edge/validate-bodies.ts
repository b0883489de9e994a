import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import type { FieldProblem } from '../../domain/tables.ts';
import { badRequest } from '../problem.ts';

/** Makes every route's `schema.body` a zod schema, and each failure a problem that names the field. */
export function validateBodies(app: FastifyInstance): void {
  z.config(en());
  app.setValidatorCompiler<z.ZodMiniType>(({ schema }) => (body: unknown) => {
    const parsed = schema.safeParse(body);
    if (parsed.success) return { value: parsed.data };
    return { error: badRequest(parsed.error.issues.flatMap(issueToProblems)) };
  });
}

function issueToProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: pathToField([...issue.path, key]), detail: 'is not known' }));
  }
  return [{ field: pathToField(issue.path), detail: issue.message }];
}

function pathToField(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}
