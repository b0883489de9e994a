import compress from '@fastify/compress';
import fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import { type Kysely, sql } from 'kysely';
import type { Accounts } from './accounts/accounts.ts';
import { eraseFiles } from './accounts/delete-account.ts';
import { openVisitorDesk } from './cards/take-visitor.ts';
import { smallBodyBytes } from './edge/body-limits.ts';
import { endConnections } from './edge/end-connections.ts';
import { answerError, answerSocket, handleErrors } from './edge/handle-errors.ts';
import { isApiRequest } from './edge/is-api-request.ts';
import { isHttps } from './edge/is-https.ts';
import { keepRouteTable } from './edge/keep-route-table.ts';
import { parseFormBodies } from './edge/parse-form-bodies.ts';
import { parseJsonBodies } from './edge/parse-json-bodies.ts';
import { protectPages } from './edge/protect-pages.ts';
import { refuseOtherOrigins } from './edge/refuse-other-origins.ts';
import { requireSession } from './edge/require-session.ts';
import { validateBodies } from './edge/validate-bodies.ts';
import { watchRequests } from './edge/watch-requests.ts';
import { leavingToJson } from './exports/leaving-to-json.ts';
import { openLeaving } from './exports/open-leaving.ts';
import type { FileStorage } from './files/file-storage.ts';
import type { Attempts } from './limits/attempts.ts';
import { createKnownDevices } from './limits/known-device.ts';
import { limitRoutes } from './limits/limit-routes.ts';
import { createSignInLimits } from './limits/limit-sign-ins.ts';
import type { PeopleReader } from './people-reader.ts';
import { routeAccount } from './routes/account.ts';
import { routeAppPasswords } from './routes/app-passwords.ts';
import { routeCalendar } from './routes/calendar.ts';
import { routeCard } from './routes/card.ts';
import { routeClaim } from './routes/claim.ts';
import { routeDevices } from './routes/devices.ts';
import { routeEvents } from './routes/events.ts';
import { routeFiles } from './routes/files.ts';
import { routeHealth } from './routes/health.ts';
import { routeInvitations } from './routes/invitations.ts';
import { routeJoin } from './routes/join.ts';
import { routePairings } from './routes/pairings.ts';
import { routePasskeys } from './routes/passkeys.ts';
import { routePassword } from './routes/password.ts';
import { routePeople } from './routes/people.ts';
import { type PushParts, routePush } from './routes/push.ts';
import { createRequireProof } from './routes/require-proof.ts';
import { routeSession } from './routes/session.ts';
import { answerShare } from './routes/share.ts';
import { routeSpeechModels, type SpeechModels } from './routes/speech-models.ts';
import { routeStatic } from './routes/static.ts';
import { routeSync } from './routes/sync.ts';
import { routeWatch, type WatchParts } from './routes/watch.ts';
import { isPostgresAway } from './storage/postgres/is-postgres-away.ts';
import type { Schema } from './storage/schema.ts';
import type { Storage } from './storage/storage.ts';
import type { RecordingListener } from './transcription/transcriber.ts';

export interface ServerParts {
  readonly storage: Storage;
  readonly files: FileStorage;
  readonly accounts: Accounts;
  readonly readPeople: PeopleReader;
  readonly db: Kysely<Schema>;
  /** The folder of the built app; it holds an index.html. */
  readonly appFolder: string;
  /** What writes down speech on devices. */
  readonly speechModels: SpeechModels;
  /** Counts what can be guessed. */
  readonly attempts: Attempts;
  /** What cookies are signed with. */
  readonly secret: string;
  /** The public address, when there is one. */
  readonly origin: string | undefined;
  /** Whose word counts for where a request comes from: addresses, networks, or `loopback`. */
  readonly proxies: readonly string[];
  /** Shorter in tests. */
  readonly times?: HttpTimes;
  readonly logger: FastifyServerOptions['logger'];
  readonly now: () => Date;
  /** What supervisors ask; without it nobody answers them. */
  readonly watch?: WatchParts;
  /** What devices need so that reminders can reach them. */
  readonly push: PushParts;
  /** Hears of recordings that have arrived; undefined where none is written down. */
  readonly transcriber?: RecordingListener;
}

export interface HttpTimes {
  /** For all of a request to arrive. A phone with little signal sends 2 MB in it. */
  readonly requestMs: number;
  /** For its head. */
  readonly headersMs: number;
  /** How long a connection may neither send nor take anything. */
  readonly silenceMs: number;
  readonly checkMs: number;
}

const httpTimes: HttpTimes = { requestMs: 300_000, headersMs: 20_000, silenceMs: 120_000, checkMs: 5_000 };
/** More are closed at once: each holds a file descriptor and some memory. */
const maxConnections = 10_000;

/** The contact database as a value: it answers `inject`, and listens only when told to. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { storage, files, accounts, db, readPeople, appFolder, attempts, origin, logger, now, watch } = parts;
  const { times = httpTimes } = parts;
  const app: FastifyInstance = fastify({
    logger: logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: smallBodyBytes,
    requestTimeout: times.requestMs,
    connectionTimeout: times.silenceMs,
    http: { headersTimeout: times.headersMs, connectionsCheckingInterval: times.checkMs },
    trustProxy: [...parts.proxies],
    routerOptions: { maxParamLength: 2_000 },
    frameworkErrors: (error, request, reply) => answerError(error, request, reply),
    clientErrorHandler: (error, socket) => answerSocket(error, socket),
  });
  app.server.maxConnections = maxConnections;
  keepRouteTable(app);
  handleErrors(app, () => sql`select 1`.execute(db).then(() => false, isPostgresAway));
  endConnections(app);
  watchRequests(app, watch?.metrics);
  parseJsonBodies(app);
  parseFormBodies(app);
  validateBodies(app);
  await protectPages(app, origin, parts.speechModels.at);
  await app.register(compress, { encodings: ['gzip'], globalDecompression: false });
  await limitRoutes(app, attempts);
  forbidStoring(app);
  answerShare(app);
  refuseOtherOrigins(app, origin);
  requireSession(app, accounts);
  const { transcriber } = parts;
  routeHealth(app, accounts, transcriber !== undefined);
  routeClaim(app, accounts);
  const devices = createKnownDevices(parts.secret, isHttps(origin));
  routeSession(app, accounts, createSignInLimits(attempts, devices));
  routeJoin(app, accounts);
  routeInvitations(app, accounts);
  const requireProof = createRequireProof(accounts, attempts);
  routePasskeys(app, accounts, requireProof);
  routePassword(app, accounts, requireProof);
  routeAccount(app, {
    accounts,
    requireProof,
    eraseFiles: () => eraseFiles(db, files),
    exportAccount: async (accountId, reach) => leavingToJson(await openLeaving(db, accountId, reach), now()),
  });
  routeSync(app, { storage, devices: accounts.devices, now, transcriber });
  routeFiles(app, { files, storage, transcriber });
  routeEvents(app, accounts, storage);
  routeDevices(app, accounts.devices);
  routePairings(app, accounts.pairings);
  routeAppPasswords(app, accounts.appPasswords, requireProof);
  routePeople(app, readPeople);
  routePush(app, parts.push);
  const { secret } = parts;
  const desk = openVisitorDesk({ db, storage, attempts, secret, now });
  routeCard(app, { db, desk, secret, now });
  routeCalendar(app, { db, origin, now });
  if (watch !== undefined) routeWatch(app, watch);
  routeSpeechModels(app, parts.speechModels);
  await routeStatic(app, appFolder);
  return app;
}

/** No cache on the way may keep an answer of the API. */
function forbidStoring(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (isApiRequest(request)) reply.header('cache-control', 'no-store');
  });
}
