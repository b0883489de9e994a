import compress from '@fastify/compress';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import type { Kysely } from 'kysely';
import { maxBodyBytes } from '../protocol/sync.ts';
import type { Accounts } from './accounts/accounts.ts';
import { eraseFiles } from './accounts/delete-account.ts';
import { answerError, handleErrors, problemOverSocket } from './edge/handle-errors.ts';
import { isApiRequest } from './edge/is-api-request.ts';
import { parseJsonBodies } from './edge/parse-json-bodies.ts';
import { protectPages } from './edge/protect-pages.ts';
import { refuseOtherOrigins } from './edge/refuse-other-origins.ts';
import { requireSession } from './edge/require-session.ts';
import { validateBodies } from './edge/validate-bodies.ts';
import { exportAccount } from './export-account.ts';
import type { FileStorage } from './files/file-storage.ts';
import { ProblemError } from './problem.ts';
import { routeAccount } from './routes/account.ts';
import { routeClaim } from './routes/claim.ts';
import { routeEvents } from './routes/events.ts';
import { routeFiles } from './routes/files.ts';
import { routeHealth } from './routes/health.ts';
import { routeInvitations } from './routes/invitations.ts';
import { routeJoin } from './routes/join.ts';
import { routePasskeys } from './routes/passkeys.ts';
import { routePassword } from './routes/password.ts';
import { routeSession } from './routes/session.ts';
import { routeStatic } from './routes/static.ts';
import { routeSync } from './routes/sync.ts';
import type { Schema } from './storage/schema.ts';
import type { Storage } from './storage/storage.ts';

export interface ServerParts {
  readonly storage: Storage;
  readonly files: FileStorage;
  readonly accounts: Accounts;
  readonly db: Kysely<Schema>;
  /** The folder of the built app; it holds an index.html. */
  readonly appFolder: string;
  /** The public address, when there is one. */
  readonly origin: string | undefined;
  readonly logger: FastifyServerOptions['logger'];
  readonly now: () => Date;
}

/** The contact database as a value: it answers `inject`, and listens only when told to. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { storage, files, accounts, db, appFolder, origin, logger, now } = parts;
  const app: FastifyInstance = fastify({
    logger: logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxBodyBytes,
    requestTimeout: 300_000,
    // With a public address, a proxy on this machine says whom it speaks for.
    trustProxy: origin === undefined ? false : 'loopback',
    routerOptions: { maxParamLength: 2_000 },
    frameworkErrors: (error, request, reply) => answerError(error, request, reply),
    clientErrorHandler: (_error, socket) => {
      if (socket.writable) socket.end(problemOverSocket());
    },
  });
  handleErrors(app);
  parseJsonBodies(app);
  validateBodies(app);
  await protectPages(app, origin);
  await app.register(compress, { encodings: ['gzip'], globalDecompression: false });
  await app.register(rateLimit, { global: false, errorResponseBuilder: tooManyTries });
  forbidStoring(app);
  refuseOtherOrigins(app, origin);
  requireSession(app, accounts);
  routeHealth(app, accounts);
  routeClaim(app, accounts);
  routeSession(app, accounts);
  routeJoin(app, accounts);
  routeInvitations(app, accounts);
  routePasskeys(app, accounts);
  routePassword(app, accounts);
  routeAccount(app, {
    accounts,
    eraseFiles: () => eraseFiles(db, files),
    exportAccount: (account, choice) => exportAccount(db, account, choice),
  });
  routeSync(app, storage, now);
  routeFiles(app, files, storage);
  routeEvents(app, accounts, storage);
  await routeStatic(app, appFolder);
  return app;
}

/** No cache on the way may keep an answer of the API. */
function forbidStoring(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (isApiRequest(request)) reply.header('cache-control', 'no-store');
  });
}

function tooManyTries(): ProblemError {
  return new ProblemError({ status: 429, detail: 'That was too often. Wait a minute and try again.' });
}
