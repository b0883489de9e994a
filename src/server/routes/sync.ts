import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { protocolProblemType } from '../../protocol/problem.ts';
import { maxBodyBytes, syncPath, syncRequestSchema } from '../../protocol/sync.ts';
import { protocolVersion } from '../../protocol/version.ts';
import type { Devices } from '../accounts/devices.ts';
import { foundSessionOf } from '../edge/require-session.ts';
import { notSignedIn, ProblemError } from '../problem.ts';
import type { Storage, SyncAnswer } from '../storage/storage.ts';
import type { RecordingListener } from '../transcription/transcriber.ts';

const versionSchema = z.object({ protocol: z.int() });

interface SyncParts {
  readonly storage: Pick<Storage, 'sync'>;
  readonly devices: Pick<Devices, 'link' | 'noteSync'>;
  readonly now: () => Date;
  readonly transcriber: Pick<RecordingListener, 'wake'> | undefined;
}

/** Push a batch and pull what came since, in one request (docs/sync.md S-4, S-21). */
export function routeSync(app: FastifyInstance, { storage, devices, now, transcriber }: SyncParts): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  // Before the body's shape is checked: another version may have another shape.
  const preValidation = async (request: { body: unknown }) => refuseOtherVersion(request.body);
  const config = { takesRecentSession: true };
  const schema = { body: syncRequestSchema };
  const batch = { config, preValidation, schema, bodyLimit: maxBodyBytes };
  typed.post(syncPath, batch, async (request, reply) => {
    const { account, device, head, cursor, edits } = request.body;
    const found = foundSessionOf(request);
    const { accountId } = found.session;
    if (account !== accountId) throw notSignedIn();
    if (found.deviceId !== device) await devices.link(found, device);
    const receivedAt = now().toISOString();
    const answer = await storage.sync({ accountId, device, head, cursor, edits, receivedAt });
    if (edits.some(({ table }) => table === 'file')) transcriber?.wake();
    // Nobody waits for it, and nothing is lost without it.
    void devices.noteSync(accountId, device).catch(() => undefined);
    return reply.type('application/json; charset=utf-8').send(answerToJson(answer));
  });
}

/** A `SyncResponse`; its rows are JSON already. */
function answerToJson({ rows, ...rest }: SyncAnswer): string {
  const head = JSON.stringify({ protocol: protocolVersion, ...rest });
  return `${head.slice(0, -1)},"rows":[${rows.join(',')}]}`;
}

function refuseOtherVersion(body: unknown): void {
  const said = versionSchema.safeParse(body);
  if (!said.success || said.data.protocol === protocolVersion) return;
  const older = said.data.protocol < protocolVersion;
  const detail = older ? 'Update the app to sync again.' : 'Update the contact database to sync again.';
  throw new ProblemError({ status: 409, type: protocolProblemType, detail });
}
