import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { done, failed } from './outcome.mjs';
import { projectRoot } from './project-root.mjs';
import { runProgram } from './run-program.mjs';

/**
 * A package-lock.json, or npm's own node_modules/.package-lock.json, which npm writes as the last thing of
 * an installation: it lists what really is there.
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, peer?: boolean, os?: string[], cpu?: string[] }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lockfile
 */

/**
 * Whether what is installed is what the lockfile asks for, made for this kind of machine.
 * @param {Lockfile} wanted
 * @param {Lockfile} installed
 * @param {{ platform: string, arch: string }} machine
 */
export function isInstalled(wanted, installed, machine) {
  const isWanted = Object.entries(wanted.packages).every(([path, { version, integrity, optional }]) => {
    const found = installed.packages[path];
    if (path === '' || (found === undefined && optional)) return true;
    return found !== undefined && found.version === version && found.integrity === integrity;
  });
  return isWanted && Object.values(installed.packages).every((entry) => runsOn(entry, machine));
}

/**
 * @param {LockedPackage} entry
 * @param {{ platform: string, arch: string }} machine
 */
function runsOn({ os, cpu }, { platform, arch }) {
  return isListed(os, platform) && isListed(cpu, arch);
}

/**
 * npm's lists are of the allowed, or with `!` of the refused.
 * @param {string[] | undefined} list
 * @param {string} name
 */
function isListed(list, name) {
  if (list === undefined) return true;
  if (list.includes(`!${name}`)) return false;
  return list.includes(name) || list.every((entry) => entry.startsWith('!'));
}

export function isInstallationCurrent() {
  const installedPath = resolve(projectRoot, 'node_modules/.package-lock.json');
  if (!existsSync(installedPath)) return false;
  return isInstalled(
    readLockfile(resolve(projectRoot, 'package-lock.json')),
    readLockfile(installedPath),
    process,
  );
}

/**
 * @param {string} path
 * @returns {Lockfile}
 */
function readLockfile(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * Installs exactly what package-lock.json lists, from scratch.
 * @returns {Promise<import('./outcome.mjs').Outcome>}
 */
export async function install() {
  // --include=dev: with NODE_ENV=production npm would leave out what builds the app.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { ok, output } = await runNpm(args);
  if (ok) return done;
  return failed('What Justmet needs could not be installed: npm ci failed.', shorten(output));
}

/**
 * npm says the reason first; what it ends with is help on its options, or the end of a compiler's complaint.
 * @param {string} output
 */
function shorten(output) {
  const lines = output.trimEnd().split('\n');
  if (lines.length <= 20) return output;
  return [...lines.slice(0, 10), '…', ...lines.slice(-10)].join('\n');
}

/** @param {string[]} args */
function runNpm(args) {
  const cli = process.env['npm_execpath'];
  if (cli !== undefined && basename(cli) === 'npm-cli.js')
    return runProgram(process.execPath, [cli, ...args]);
  return runProgram('npm', args, { shell: process.platform === 'win32' });
}
