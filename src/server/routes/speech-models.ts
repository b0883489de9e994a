import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { type SpeechListing, speechListingPath, speechModelsFolder } from '../../protocol/speech-models.ts';
import { notFound } from '../problem.ts';
import { openModelFolder } from '../speech/model-folder.ts';

export interface SpeechModels {
  /** Where the owner puts them; it need not be there. */
  readonly folder: string;
  /** Another machine's address that has them instead, with a slash at its end. */
  readonly at: string | undefined;
}

const aYear = 'public, max-age=31536000, immutable';
const fileParams = z.object({ model: z.string(), '*': z.string() });
const fileQuery = z.object({ v: z.optional(z.string()) });

/** The weights of what writes down speech on the device (docs/voice.md). They are no secret of anybody's. */
export function routeSpeechModels(app: FastifyInstance, { folder, at }: SpeechModels): void {
  const models = openModelFolder(folder);
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get(speechListingPath, async (_request, reply) => {
    const listing: SpeechListing = at === undefined ? { models: await models.list() } : { at, models: [] };
    return openToAll(reply).header('cache-control', 'no-cache').send(listing);
  });
  // They are compressed as they are, and a part of one is asked for by its bytes.
  const options = { compress: false, schema: { params: fileParams, querystring: fileQuery } } as const;
  typed.get(`${speechModelsFolder}:model/*`, options, async ({ params, query }, reply) => {
    const path = params['*'];
    const file = at === undefined ? await models.find(params.model, path) : undefined;
    // Whoever began with another version must begin anew.
    if (file === undefined || (query.v !== undefined && query.v !== file.sha256)) throw notFound();
    openToAll(reply).header('cache-control', query.v === undefined ? 'no-cache' : aYear);
    return reply.sendFile(`${params.model}/${path}`, models.path);
  });
}

/** Another contact database's app may fetch them from here: `SPEECH_MODELS_URL`. */
function openToAll(reply: FastifyReply): FastifyReply {
  return reply.header('access-control-allow-origin', '*');
}
