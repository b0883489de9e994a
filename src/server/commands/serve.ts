import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Accounts } from '../accounts/accounts.ts';
import { createAccounts } from '../accounts/create-accounts.ts';
import { eraseFiles } from '../accounts/delete-account.ts';
import { createResetMail } from '../accounts/reset-mail.ts';
import { buildServer } from '../app.ts';
import { type Config, databasePath } from '../config.ts';
import { createAttempts } from '../limits/attempts.ts';
import { localAddress } from '../local-address.ts';
import { openData } from '../open-data.ts';
import { createPeopleReader } from '../people-reader.ts';
import { catchUpPlans } from '../reminders/catch-up-plans.ts';
import { openReminders } from '../reminders/open-reminders.ts';
import { readPushKey } from '../reminders/push-key.ts';
import { createSubscriptions } from '../reminders/subscriptions.ts';
import { errorCode, StartUpProblem } from '../start-up-problem.ts';
import { countQueue, openQueue, type QueueDatabase } from '../transcription/open-queue.ts';
import { createTranscriber, type TranscriberParts } from '../transcription/transcriber.ts';
import { createMetrics } from '../watch/create-metrics.ts';
import { createReadiness } from '../watch/readiness.ts';
import type { CommandInput } from './command.ts';
import { readWords } from './read-words.ts';

/** For requests under way; whoever has not sent all of theirs by then is cut off. */
const graceMs = 5_000;
const closingTimeMs = 10_000;

/** Goes on until a signal ends it. */
export async function run({ words, usage, config, print }: CommandInput): Promise<undefined> {
  readWords({ words, usage }, {}, 0);
  const server = await openServer(config, process.stderr);
  closeOnSignals(server);
  await server.start(print);
}

export interface OpenServer {
  /** Listens, and prints where, and how it is claimed where it is not. Rejects with a StartUpProblem. */
  start(print: (text: string) => void): Promise<void>;
  /** Finishes what is under way, then writes everything out. */
  close(): Promise<void>;
}

/** With everything behind it open, and nobody let in yet. */
export async function openServer(config: Config, log: NodeJS.WritableStream): Promise<OpenServer> {
  const appFolder = findApp(config.appFolder);
  const now = () => new Date();
  const { storage, files, remarks, ...opened } = await openData(config.dataFolder, config);
  const { secret } = opened;
  const { origin, proxies } = config;
  const attempts = createAttempts(opened.db, secret, Date.now);
  let local = '';
  const sendResetMail = config.mail && createResetMail(config.mail, () => origin ?? local);
  const accounts = createAccounts({ ...opened, origin, makeId: randomUUID }, sendResetMail);
  const logger = { level: config.logLevel, stream: log };
  const transcriber =
    config.transcribe && startable({ ...opened, storage, files, config: config.transcribe, now });
  const key = await readPushKey(opened.db);
  const toPush = { also: config.pushAlsoTo, nowMs: Date.now };
  const reminders = openReminders({
    ...opened,
    ...toPush,
    key,
    subject: pushSubject(config),
    random: Math.random,
    makeId: randomUUID,
  });
  const watch = {
    isReady: createReadiness(opened.db, config.dataFolder),
    metrics: createMetrics({
      dataFolder: config.dataFolder,
      databaseFile: config.databaseUrl === undefined ? databasePath(config) : undefined,
      transcription: transcriber && { outcomes: transcriber.outcomes, count: () => countQueue(opened.db) },
    }),
    metricsToken: config.metricsToken,
  };
  const limits = { attempts, secret, proxies };
  const app = await buildServer({
    storage,
    files,
    accounts,
    db: opened.db,
    readPeople: createPeopleReader(opened.db),
    appFolder,
    speechModels: config.speechModels,
    origin,
    logger,
    now,
    watch,
    push: { publicKey: key.publicKey, subscriptions: createSubscriptions(opened.db, toPush) },
    ...(transcriber && { transcriber }),
    ...limits,
  });
  for (const remark of remarks) app.log.warn(remark);
  // A recording that is on its way is given up at once: it goes again after the next start.
  app.addHook('preClose', async () => transcriber?.close());
  app.addHook('preClose', () => reminders.close());
  app.addHook('onClose', () => storage.close());
  return {
    async start(print) {
      await eraseFiles(opened.db, files);
      const address = await listen(app, config);
      local = localAddress({ ...config, port: address.port });
      await announce(local, accounts, config, print);
      transcriber?.start(app.log);
      reminders.start(app.log);
      await catchUpPlans(opened, now());
    },
    close() {
      setTimeout(() => app.server.closeAllConnections(), graceMs).unref();
      return app.close();
    },
  };
}

/** Whom a push service may write to when something is wrong (RFC 8292, 2.1). */
function pushSubject({ origin, mail }: Config): string {
  if (origin?.startsWith('https:')) return origin;
  const address = /[^\s<>]+@[^\s<>]+/.exec(mail?.from ?? '')?.[0];
  return `mailto:${address ?? 'nobody@justmet.example'}`;
}

function startable(parts: Omit<TranscriberParts, 'queue' | 'random'> & QueueDatabase) {
  return createTranscriber({ ...parts, queue: openQueue(parts, randomUUID), random: Math.random });
}

function findApp(folder: string): string {
  const appFolder = resolve(folder);
  if (existsSync(join(appFolder, 'index.html'))) return appFolder;
  throw new StartUpProblem(
    `The app has not been built: there is no index.html in ${appFolder}; use npm start.`,
  );
}

async function listen(app: FastifyInstance, { port, host }: Config): Promise<AddressInfo> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    await app.close();
    throw explainListening(error, port, host);
  }
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('Listening on no port');
  return address;
}

function explainListening(error: unknown, port: number, host: string): unknown {
  const code = errorCode(error);
  if (code === 'EADDRINUSE') {
    return new StartUpProblem(`Port ${port} is taken by another program; set PORT to a free one.`);
  }
  if (code === 'EACCES') {
    return new StartUpProblem(`Port ${port} may not be used by this user; set PORT to one above 1023.`);
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EINVAL' || code === 'EAI_AGAIN') {
    return new StartUpProblem(`${host} is no address of this machine; set HOST to one that is.`);
  }
  return error;
}

/** The lines that people, and tests, read; in one write, so that they arrive together. */
async function announce(
  local: string,
  accounts: Accounts,
  config: Config,
  print: (text: string) => void,
): Promise<void> {
  const token = await accounts.issueClaimToken();
  const lines = [`Justmet is ready at ${local}`];
  if (token !== undefined) lines.push(`Claim it as yours, once: ${config.origin ?? local}/claim#${token}`);
  print(lines.join('\n'));
}

/** A second signal ends at once. */
function closeOnSignals(server: OpenServer): void {
  const close = () => {
    setTimeout(() => process.exit(1), closingTimeMs).unref();
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', close);
  process.once('SIGINT', close);
}
