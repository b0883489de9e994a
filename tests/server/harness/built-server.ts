import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Kysely } from 'kysely';
import type { Edit } from '../../../src/domain/row.ts';
import { joinPath } from '../../../src/protocol/invitations.ts';
import { claimPath, sessionSchema } from '../../../src/protocol/session.ts';
import { type SyncRequest, syncPath } from '../../../src/protocol/sync.ts';
import { protocolVersion } from '../../../src/protocol/version.ts';
import type { Accounts } from '../../../src/server/accounts/accounts.ts';
import { createAccounts } from '../../../src/server/accounts/create-accounts.ts';
import type { AuthOptions } from '../../../src/server/accounts/create-auth.ts';
import type { SendResetMail } from '../../../src/server/accounts/reset-links.ts';
import { buildServer, type HttpTimes } from '../../../src/server/app.ts';
import { databasePath } from '../../../src/server/config.ts';
import { openFolderFiles } from '../../../src/server/files/folder-files.ts';
import { createAttempts } from '../../../src/server/limits/attempts.ts';
import { createPeopleReader } from '../../../src/server/people-reader.ts';
import { readPushKey } from '../../../src/server/reminders/push-key.ts';
import { createSubscriptions } from '../../../src/server/reminders/subscriptions.ts';
import type { Schema } from '../../../src/server/storage/schema.ts';
import { openSqlite } from '../../../src/server/storage/sqlite/open-sqlite.ts';
import type { Storage } from '../../../src/server/storage/storage.ts';
import { openQueue } from '../../../src/server/transcription/open-queue.ts';
import type { TranscribeConfig } from '../../../src/server/transcription/transcribe-config.ts';
import {
  createTranscriber,
  type Transcriber,
  type TranscriberParts,
} from '../../../src/server/transcription/transcriber.ts';
import { createMetrics } from '../../../src/server/watch/create-metrics.ts';
import { createReadiness } from '../../../src/server/watch/readiness.ts';

export const owner = { name: 'Ann Agent', email: 'ann@example.com', password: 'correct horse battery' };

/** What a built server signs with. */
export const secret = 's'.repeat(43);

export interface BuiltServer {
  readonly app: FastifyInstance;
  readonly db: Kysely<Schema>;
  readonly accounts: Accounts;
  /** What the commands on the server stand on. */
  readonly authOptions: AuthOptions;
  /** With a model called tiny. */
  readonly modelsFolder: string;
  /** Where the bytes of files lie. */
  readonly filesFolder: string;
  /** What was logged, one JSON text a line. */
  readonly logged: string[];
  /** Invites somebody to a claimed server: the token. Ids are random from then on. */
  invite(email: string): Promise<string>;
  close(): Promise<void>;
}

interface BuildOptions {
  readonly origin?: string;
  /** Where the models of speech are, if not in the data folder. */
  readonly speechModelsAt?: string;
  readonly times?: HttpTimes;
  /** Default: the first account is `accountId`. */
  readonly makeId?: () => string;
  readonly sendResetMail?: SendResetMail;
  readonly wrapStorage?: (storage: Storage) => Storage;
  /** Default: it stands still. */
  readonly now?: () => Date;
  /** Who writes recordings down; default: nobody. Time has to go on then. */
  readonly transcribe?: Partial<TranscribeConfig> & Pick<TranscribeConfig, 'url'>;
}

/** The whole server on a fresh database, without a port. */
export async function buildTestServer({
  origin,
  speechModelsAt,
  times,
  makeId: givenMakeId,
  sendResetMail,
  wrapStorage,
  now = () => new Date('2026-01-02T03:04:05.000Z'),
  transcribe,
}: BuildOptions = {}): Promise<BuiltServer> {
  const folder = await mkdtemp(join(tmpdir(), 'justmet-server-'));
  const { db, storage } = await openSqlite(databasePath({ dataFolder: folder }), randomUUID);
  // The first account has a known id; whoever joins gets another.
  let makeId = givenMakeId ?? (() => accountId);
  const authOptions: AuthOptions = {
    db,
    dialect: 'sqlite',
    secret,
    origin,
    makeId: () => makeId(),
  };
  const accounts = createAccounts(authOptions, sendResetMail);
  const logged: string[] = [];
  const filesFolder = join(folder, 'files');
  await mkdir(filesFolder);
  const parts = { db, storage: wrapStorage?.(storage) ?? storage, files: openFolderFiles(filesFolder), now };
  const transcriber = transcribe && createTestTranscriber({ ...parts, config: { ...usual, ...transcribe } });
  const modelsFolder = await makeModelFolder(folder);
  const app = await buildServer({
    ...parts,
    accounts,
    attempts: createAttempts(db, secret, Date.now),
    secret,
    readPeople: createPeopleReader(db),
    push: {
      publicKey: (await readPushKey(db)).publicKey,
      subscriptions: createSubscriptions(db, { also: [], nowMs: Date.now }),
    },
    ...(transcriber && { transcriber }),
    appFolder: await makeAppFolder(folder),
    speechModels: { folder: modelsFolder, at: speechModelsAt },
    origin,
    proxies: origin === undefined ? [] : ['loopback'],
    ...(times && { times }),
    logger: { level: 'warn', stream: { write: (line: string) => void logged.push(line) } },
    watch: {
      isReady: createReadiness(db, folder),
      metrics: createMetrics({ dataFolder: folder, databaseFile: databasePath({ dataFolder: folder }) }),
      metricsToken: undefined,
    },
  });
  transcriber?.start(app.log);
  const close = async () => {
    await transcriber?.close();
    await app.close();
    await storage.close();
    await rm(folder, { recursive: true, force: true });
  };
  const inviteWithFreshId = async (email: string) => {
    makeId = randomUUID;
    const outcome = await accounts.invite(email);
    if (outcome.kind !== 'invited') throw new Error(`Inviting gave ${outcome.kind}`);
    return outcome.token;
  };
  return {
    app,
    db,
    accounts,
    authOptions,
    filesFolder,
    modelsFolder,
    logged,
    invite: inviteWithFreshId,
    close,
  };
}

const usual: Omit<TranscribeConfig, 'url'> = {
  key: undefined,
  model: 'whisper-1',
  language: undefined,
  timeoutMs: 20_000,
  atOnce: 1,
};

/** It waits the two-thousandth part of what it would. */
function createTestTranscriber(parts: Omit<TranscriberParts, 'queue' | 'random' | 'times'>): Transcriber {
  const queue = openQueue({ db: parts.db, dialect: 'sqlite' }, randomUUID);
  const times = { claimMs: 600, lookMs: 200, part: 0.0005 };
  return createTranscriber({ ...parts, queue, random: Math.random, times });
}

/** Stands for the built app: a page, a worker, one hashed script. */
export async function makeAppFolder(folder: string): Promise<string> {
  const appFolder = join(folder, 'app');
  await mkdir(join(appFolder, 'assets'), { recursive: true });
  await writeFile(join(appFolder, 'index.html'), '<!doctype html><title>Justmet</title>');
  await writeFile(join(appFolder, 'sw.js'), '// the worker');
  await writeFile(join(appFolder, 'manifest.webmanifest'), '{}');
  await writeFile(join(appFolder, 'assets', 'index-a1b2c3d4.js'), '// the app\n'.repeat(500));
  await mkdir(join(appFolder, 'engines/ocr/7.0.0'), { recursive: true });
  await writeFile(join(appFolder, 'engines/ocr/7.0.0/worker.min.js'), '// an engine\n');
  return appFolder;
}

/** A model of speech by its shape alone. */
async function makeModelFolder(folder: string): Promise<string> {
  const models = join(folder, 'models');
  await mkdir(join(models, 'tiny', 'onnx'), { recursive: true });
  await writeFile(join(models, 'tiny', 'config.json'), '{"model_type":"whisper"}');
  await writeFile(join(models, 'tiny', 'onnx', 'encoder_model.onnx'), '0123456789');
  return models;
}

export function postJson(url: string, payload: unknown, headers: Record<string, string> = {}): InjectOptions {
  return {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify(payload),
  };
}

/** Claims the server as `owner` and gives the Cookie header of the session. */
export async function claim({ app, accounts }: BuiltServer): Promise<string> {
  const token = await accounts.issueClaimToken();
  const answer = await app.inject(postJson(claimPath, { token, ...owner }));
  if (answer.statusCode !== 200) throw new Error(`Claiming answered ${answer.statusCode}: ${answer.body}`);
  return cookieOf(answer.headers['set-cookie']);
}

/** What a browser sends back of what it was given. */
export function cookieOf(setCookie: string | string[] | undefined): string {
  return [setCookie ?? []]
    .flat()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** The account of whoever claims a test server. */
export const accountId = '5f2cbb8e-1c1f-4b1a-9a57-0d3f7c1d2e30';

export function syncRequest(edits: readonly Edit[] = [], more: Partial<SyncRequest> = {}) {
  const head = { protocol: protocolVersion, account: accountId };
  return { ...head, device: 'aaaaaaaaaa', head: null, cursor: 0, edits, ...more };
}

export function postSync(cookie: string, edits: readonly Edit[] = [], more: Partial<SyncRequest> = {}) {
  return postJson(syncPath, syncRequest(edits, more), { cookie });
}

export const guest = { name: 'Bob Broker', email: 'bob@example.com', password: 'kettle on the window' };

/** Joins as `guest` by a fresh invitation: the Cookie header and the account's id. */
export async function joinAsGuest(server: BuiltServer): Promise<{ cookie: string; accountId: string }> {
  const token = await server.invite(guest.email);
  const { name, password } = guest;
  const answer = await server.app.inject(postJson(joinPath, { token, name, password }));
  if (answer.statusCode !== 200) throw new Error(`Joining answered ${answer.statusCode}: ${answer.body}`);
  const { accountId: id } = sessionSchema.parse(answer.json());
  return { cookie: cookieOf(answer.headers['set-cookie']), accountId: id };
}
