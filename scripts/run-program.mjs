import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { projectRoot } from './project-root.mjs';

/**
 * @typedef {object} RunOptions
 * @property {boolean} [shown] its output goes to the screen as it comes, instead of into `output`
 * @property {number} [timeLimit] milliseconds, after which it is killed
 * @property {NodeJS.ProcessEnv} [env] added to this process's environment
 * @property {boolean} [shell]
 */

/**
 * Runs a program in the project's folder to its end, without stdin. A program that cannot be started
 * resolves too, as not ok.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runProgram(file, args, { shown = false, timeLimit, env, shell = false } = {}) {
  return new Promise((resolveRun) => {
    const stdout = shown ? 'inherit' : 'pipe';
    const child = spawn(file, args, {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      stdio: ['ignore', stdout, stdout],
      shell,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    /** @param {boolean} ok */
    const finish = (ok) => {
      clearTimeout(timer);
      resolveRun({ ok, output });
    };
    child.once('error', (error) => {
      output += `${error.message}\n`;
      finish(false);
    });
    child.once('close', (code) => finish(code === 0));
    if (timeLimit === undefined) return;
    timer = setTimeout(() => {
      output += `stopped after ${timeLimit / 1000} seconds\n`;
      child.kill('SIGKILL');
      // A grandchild may hold the pipes open: "close" cannot be waited for.
      child.stdout?.destroy();
      child.stderr?.destroy();
      finish(false);
    }, timeLimit);
  });
}

/**
 * Runs a command of an installed package, e.g. `runTool('typescript', 'tsc', ['--version'])`, with this Node:
 * the links in node_modules/.bin are shell scripts on Windows.
 * @param {string} packageName
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runTool(packageName, command, args, options) {
  const folder = resolve(projectRoot, 'node_modules', packageName);
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'));
  const script = typeof bin === 'string' ? bin : bin[command];
  if (script === undefined) throw new Error(`${packageName} has no command ${command}`);
  return runProgram(process.execPath, [resolve(folder, script), ...args], options);
}
