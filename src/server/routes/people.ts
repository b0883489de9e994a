import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { peopleMediaType, peoplePath } from '../../protocol/app-passwords.ts';
import { appAccountOf } from '../edge/require-session.ts';
import type { PeopleReader, PersonForOthers } from '../people-reader.ts';

const requestsPerMinute = { max: 60, timeWindow: 60_000 };

/** Everybody, for scripts: a person a line, as JSON (NDJSON). */
export function routePeople(app: FastifyInstance, readPeople: PeopleReader): void {
  const config = { appScope: 'read', rateLimit: requestsPerMinute } as const;
  app.get(peoplePath, { config, exposeHeadRoute: false }, async (request, reply) => {
    const lines = toLines(readPeople(appAccountOf(request)));
    return reply.type(peopleMediaType).send(Readable.from(lines));
  });
}

async function* toLines(people: AsyncIterable<PersonForOthers>): AsyncIterable<string> {
  for await (const person of people) yield `${JSON.stringify(person)}\n`;
}
