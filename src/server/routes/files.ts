import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  damagedProblemType,
  fileParamsSchema,
  filePath,
  fileStatePath,
  getPartQuerySchema,
  maxPartBytes,
  partMediaType,
  putPartQuerySchema,
} from '../../protocol/files.ts';
import { sessionOf } from '../edge/require-session.ts';
import type { FileName, FilePart, FileStorage } from '../files/file-storage.ts';
import { badRequest, diskFull, notFound, notSignedIn, ProblemError } from '../problem.ts';
import { AccountGoneError, type Storage } from '../storage/storage.ts';
import type { RecordingListener } from '../transcription/transcriber.ts';

interface FileParts {
  readonly files: FileStorage;
  readonly storage: Pick<Storage, 'renewHead'>;
  readonly transcriber: Pick<RecordingListener, 'bytesArrived'> | undefined;
}

/** The bytes of recordings and pictures, part by part (docs/sync.md S-23 to S-25). */
export function routeFiles(app: FastifyInstance, { files, storage, transcriber }: FileParts): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const config = { takesRecentSession: true };
  app.addContentTypeParser(
    partMediaType,
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, body: Buffer) => body,
  );
  typed.get(fileStatePath, { config, schema: { params: fileParamsSchema } }, async (request, reply) => {
    const name = nameOf(request, request.params);
    const state = await files.readState(name);
    // Whoever took the last byte may have been killed before the head (S-27).
    if (state.isComplete) {
      await storage.renewHead(name.accountId);
      await transcriber?.bytesArrived(name.accountId, name.hash);
    }
    return reply.send(state);
  });
  const renewHead = async (accountId: string) => {
    try {
      await storage.renewHead(accountId);
    } catch (error) {
      // Deleted while the part was on its way: it has made the account's folder anew.
      if (error instanceof AccountGoneError) await files.removeAll(accountId);
      throw error;
    }
  };
  const putSchema = { params: fileParamsSchema, querystring: putPartQuerySchema };
  typed.put(filePath, { config, schema: putSchema, bodyLimit: maxPartBytes }, async (request, reply) => {
    const part = { ...nameOf(request, request.params), ...request.query, bytes: bytesOf(request) };
    if (part.from + part.bytes.length > part.of) {
      throw badRequest([{ field: 'of', detail: 'is less than the part ends at' }]);
    }
    const state = await putPart(files, part);
    // A database restored from a backup that has not got these bytes is told by its head (S-27).
    if (state.isComplete) {
      await renewHead(part.accountId);
      await transcriber?.bytesArrived(part.accountId, part.hash);
    }
    return reply.send(state);
  });
  const getSchema = { params: fileParamsSchema, querystring: getPartQuerySchema };
  // Pictures and recordings are compressed as they are, and a part that breaks off must be of use (S-25).
  const asItIs = { config, compress: false, schema: getSchema } as const;
  typed.get(filePath, asItIs, async (request, reply) => {
    const name = nameOf(request, request.params);
    const bytes = await files.read(name, request.query.from, maxPartBytes);
    if (bytes === undefined) throw notFound();
    // Never shown as a page of this origin, whatever is in it.
    return reply.type(partMediaType).header('content-disposition', 'attachment').send(bytes);
  });
}

/** Bytes are named within one account; another one's are not there. */
function nameOf(request: FastifyRequest, { account, hash }: { account: string; hash: string }): FileName {
  const { accountId } = sessionOf(request);
  if (account !== accountId) throw notSignedIn();
  return { accountId, hash };
}

function bytesOf({ body }: { readonly body: unknown }): Uint8Array {
  if (body instanceof Uint8Array) return body;
  throw new ProblemError({ status: 415, detail: `Send a file's bytes as ${partMediaType}.` });
}

async function putPart(files: FileStorage, part: FilePart) {
  const outcome = await files.put(part);
  if (outcome.kind === 'taken') return outcome.state;
  if (outcome.kind === 'full') throw diskFull();
  const detail = 'What arrived is not what was sent. None of it was kept.';
  throw new ProblemError({ status: 422, type: damagedProblemType, detail });
}
