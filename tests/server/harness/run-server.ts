import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../../scripts/project-root.mjs';

/** Built by the step that runs these tests: `npm run build` before one of them is run alone. */
const cliFile = join(projectRoot, 'dist/server/cli.js');

export interface RunningServer {
  readonly url: string;
  /** Undefined once the server has an owner. */
  readonly claimToken: string | undefined;
  readonly process: ChildProcess;
  /** What it has written to stderr: its log. */
  logged(): string;
  /** Sends the signal and waits for the end: the exit code, or null after SIGKILL. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface ServerFolders {
  readonly dataFolder: string;
  readonly appFolder: string;
}

interface RunOptions {
  /** Of Node itself, before the server's file. */
  readonly nodeArgs?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** A command that becomes the server: the program and its words come after it. */
  readonly under?: readonly string[];
}

/** Starts the server in a process of its own, on any free port, and waits until it says that it is ready. */
export async function runServer(
  folders: ServerFolders,
  { nodeArgs = [], env = {}, under = [] }: RunOptions = {},
): Promise<RunningServer> {
  const [program = '', ...words] = [...under, process.execPath, ...nodeArgs, cliFile, 'serve'];
  const child = spawn(program, words, {
    env: { ...environment(folders), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let logged = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    logged += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const printed = await readUntilReady(child);
  const url = /ready at (\S+)/.exec(printed)?.[1];
  if (url === undefined) throw new Error(`The server did not start: ${printed}${logged}`);
  return {
    url,
    claimToken: /claim#(\S+)/.exec(printed)?.[1],
    process: child,
    logged: () => logged,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs a command of `justmet` to its end. */
export async function runToEnd(
  command: string,
  args: readonly string[],
  folders: ServerFolders,
  more: NodeJS.ProcessEnv = {},
  under: RunOptions['under'] = [],
): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...environment(folders), ...more };
  return new Promise((resolve) => {
    const [program = '', ...words] = [...under, process.execPath, cliFile, command, ...args];
    execFile(program, words, { env }, (error, stdout, stderr) => {
      // One that a signal ended has no code.
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

function environment({ dataFolder, appFolder }: ServerFolders): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], PORT: '0', JUSTMET_DATA: dataFolder, JUSTMET_APP: appFolder };
}

/** Everything printed up to the claim link, or up to the ready line of a claimed server. */
function readUntilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let printed = '';
    let settle: NodeJS.Timeout | undefined;
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      if (/claim#\S+\n/.test(printed)) resolve(printed);
      // A claimed server prints no more.
      else if (printed.includes('ready at')) settle ??= setTimeout(() => resolve(printed), 50);
    });
    child.once('exit', () => {
      clearTimeout(settle);
      resolve(printed);
    });
  });
}
