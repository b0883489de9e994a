import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../../scripts/project-root.mjs';
import type * as serve from '../../../src/server/commands/serve.ts';
import { readConfig } from '../../../src/server/config.ts';
import { type RunningServer, readClaimLink, readUrl } from './start-server.ts';

const serveFile = join(projectRoot, 'dist/server/serve.js');
const appFolder = join(projectRoot, 'dist/app');

export type ServerHere = Pick<
  RunningServer,
  'url' | 'port' | 'dataFolder' | 'claimLink' | 'stop' | 'restart'
>;

/**
 * Starts the built server in this process, on any free port and a new data folder: in half the time of
 * `startServer`, for tests that do not kill it. Rejects when it does not start.
 */
export async function serveHere(env: NodeJS.ProcessEnv = {}): Promise<ServerHere> {
  if (!existsSync(serveFile)) throw new Error('The server is not built: npm run build');
  const { openServer }: typeof serve = await import(/* @vite-ignore */ pathToFileURL(serveFile).href);
  const dataFolder = await mkdtemp(join(tmpdir(), 'justmet-data-'));
  let port = 0;
  let printed = '';
  let stop = async () => {};

  async function start(): Promise<void> {
    const ours = { JUSTMET_APP: appFolder, JUSTMET_DATA: dataFolder, PORT: String(port) };
    const read = readConfig({ ...process.env, ...ours, ...env });
    if (read.kind === 'problem') throw new Error(read.sentence);
    const server = await openServer(read.config, tellErrors());
    stop = () => server.close();
    try {
      await server.start((text) => {
        printed = text;
      });
    } catch (error) {
      await server.close();
      throw error;
    }
    port = Number(new URL(urlOf(printed)).port);
  }

  await start();
  return {
    get url() {
      return urlOf(printed);
    },
    get port() {
      return port;
    },
    get claimLink() {
      return readClaimLink(printed);
    },
    dataFolder,
    stop: () => stop(),
    restart: async () => {
      await stop();
      await start();
    },
  };
}

/** Of what the server logs, what a failed test would want to know (pino's levels). */
function tellErrors(): Writable {
  return new Writable({
    write(line: Buffer, _, done) {
      if (/"level":[56]0/.test(line.toString())) process.stderr.write(line);
      done();
    },
  });
}

const urlOf = (printed: string) => readUrl(printed) ?? '';
