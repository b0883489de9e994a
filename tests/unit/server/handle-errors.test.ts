import fastify from 'fastify';
import { DatabaseError } from 'pg';
import { expect, test } from 'vitest';
import { handleErrors } from '../../../src/server/edge/handle-errors.ts';

/** What PostgreSQL says of a NUL that no schema has refused. */
const refusal = () =>
  Object.assign(new DatabaseError('invalid byte sequence for encoding "UTF8": 0x00', 0, 'error'), {
    code: '22021',
  });

test('a character that PostgreSQL cannot keep is the request’s fault', async () => {
  const app = fastify();
  handleErrors(app, async () => false);
  app.get('/', async () => {
    throw refusal();
  });
  const answer = await app.inject('/');
  expect(answer.json()).toMatchObject({
    status: 400,
    detail: 'The request holds a character that no database can keep.',
  });
  await app.close();
});
