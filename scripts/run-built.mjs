import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './project-root.mjs';

/**
 * Runs a built program in this very process, as if Node had been started with it: signals, exit codes and
 * kills need no forwarding, and nothing is left behind.
 * @param {string} file from the project's folder
 * @param {readonly string[]} args
 */
export async function runBuilt(file, args) {
  const path = resolve(projectRoot, file);
  process.argv.splice(1, Infinity, path, ...args);
  await import(pathToFileURL(path).href);
}
