import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../../scripts/project-root.mjs';
import { healthPath, healthSchema } from '../../../src/protocol/session.ts';

const cliFile = join(projectRoot, 'dist/server/cli.js');
const startLimit = 30_000;

/** Where it listens, by what it has printed. */
export const readUrl = (printed: string) => /Justmet is ready at (http:\/\/\S+)/.exec(printed)?.[1];
/** The link that claims it, by what it has printed. */
export const readClaimLink = (printed: string) => /Claim it as yours, once: (\S+)/.exec(printed)?.[1];

export interface ServerOptions {
  /** Default: a new folder under the system's temporary one, left behind for whoever looks. */
  readonly dataFolder?: string;
  /** Default: any free one. It stays the same over restarts. */
  readonly port?: number;
  readonly env?: NodeJS.ProcessEnv;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Of the process that runs since the latest start. */
  readonly pid: number;
  readonly dataFolder: string;
  /** The link that claims the server, as printed by the latest start; undefined once it is claimed. */
  readonly claimLink: string | undefined;
  /** All it has printed since the first start. */
  readonly output: string;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
  /** Ends it without asking (SIGKILL unless told), and waits until it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Stops it if it runs, and starts it on the same port and data. */
  restart(): Promise<void>;
}

/** Starts the built server as a process of its own. Rejects with what it printed when it does not start. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  if (!existsSync(cliFile)) throw new Error('The server is not built: npm run build');
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'justmet-data-')));
  let port = options.port ?? 0;
  let output = '';
  let claimLink: string | undefined;
  let url = '';
  let child: ChildProcess;

  async function start(): Promise<void> {
    const started = spawnServer({ ...options.env, JUSTMET_DATA: dataFolder, PORT: String(port) });
    child = started;
    const before = output.length;
    const collect = (text: string) => {
      output += text;
    };
    started.stdout.setEncoding('utf8').on('data', collect);
    started.stderr.setEncoding('utf8').on('data', collect);
    const find = (read: typeof readUrl) => waitForLine(started, read, () => output.slice(before));
    url = await find(readUrl);
    port = Number(new URL(url).port);
    claimLink = (await isClaimed(url)) ? undefined : await find(readClaimLink);
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!isRunning(child)) return;
    const exited = once(child, 'close');
    child.kill(signal);
    await exited;
  }

  await start();
  return {
    get url() {
      return url;
    },
    get port() {
      return port;
    },
    get pid() {
      return child.pid ?? 0;
    },
    get claimLink() {
      return claimLink;
    },
    get output() {
      return output;
    },
    dataFolder,
    stop: () => end('SIGTERM'),
    kill: (signal = 'SIGKILL') => end(signal),
    restart: async () => {
      await end('SIGTERM');
      await start();
    },
  };
}

/** Its stdin ends when this process does, however that happens: a failed test leaves no server behind. */
function spawnServer(env: NodeJS.ProcessEnv) {
  const endWithUs = "process.stdin.on('close', () => process.exit(1)).resume().unref();";
  return spawn(process.execPath, ['--import', `data:text/javascript,${endWithUs}`, cliFile, 'serve'], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function isClaimed(url: string): Promise<boolean> {
  const answer = await fetch(new URL(healthPath, url));
  return healthSchema.parse(await answer.json()).claimed;
}

/** What is read of a line that it prints. */
async function waitForLine(
  child: ChildProcess,
  read: typeof readUrl,
  printed: () => string,
): Promise<string> {
  const deadline = Date.now() + startLimit;
  while (Date.now() < deadline) {
    const wasRunning = isRunning(child);
    const found = read(printed());
    if (found !== undefined) return found;
    if (!wasRunning)
      throw new Error(`The server ended (${child.exitCode ?? child.signalCode}):\n${printed()}`);
    await pause(20);
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not start in ${startLimit / 1000} s:\n${printed()}`);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
