import { join } from 'node:path';
import { build, isBuildCurrent } from './build-stale.mjs';
import { install, isInstallationCurrent } from './install.mjs';
import { done, failureToText } from './outcome.mjs';
import { projectRoot } from './project-root.mjs';
import { withLock } from './with-lock.mjs';

/**
 * @typedef {object} PrepareOptions
 * @property {(line: string) => void} tell shows one short line of progress
 * @property {boolean} [force] does it even when nothing is missing or stale
 */

/**
 * Installs what is missing.
 * @param {PrepareOptions} options
 */
export function prepareTools(options) {
  return prepareOnce('Installing what is missing…', isInstallationCurrent, install, options);
}

/**
 * Builds app and server when the build is older than the sources. What builds them must be installed.
 * @param {PrepareOptions} options
 */
export function prepareBuild(options) {
  return prepareOnce('Building…', isBuildCurrent, build, options);
}

/**
 * Installs and builds as needed. False when dist/ cannot be run: then it was said why, and the exit code is set.
 * @param {PrepareOptions} options
 */
export async function prepare(options) {
  const tools = await prepareTools({ tell: options.tell });
  const outcome = tools.kind === 'done' ? await prepareBuild(options) : tools;
  if (outcome.kind === 'done') return true;
  console.error(failureToText(outcome));
  process.exitCode = 1;
  return false;
}

/**
 * @param {string} line
 * @param {() => boolean} isCurrent
 * @param {() => Promise<import('./outcome.mjs').Outcome>} work
 * @param {PrepareOptions} options
 * @returns {Promise<import('./outcome.mjs').Outcome>}
 */
async function prepareOnce(line, isCurrent, work, { tell, force = false }) {
  if (isCurrent() && !force) return done;
  return withLock(
    join(projectRoot, 'dist/.lock'),
    async () => {
      // Another process may have done it while this one waited.
      if (isCurrent() && !force) return done;
      tell(line);
      return work();
    },
    () => tell('Waiting for another Justmet to install or build…'),
  );
}
