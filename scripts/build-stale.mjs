import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { fingerprintSources } from './fingerprint.mjs';
import { done, failed } from './outcome.mjs';
import { projectRoot } from './project-root.mjs';
import { runTool } from './run-program.mjs';

const distFolder = resolve(projectRoot, 'dist');
const hashFile = join(distFolder, '.build-hash');
const rooms = ['app', 'server'];
const workPrefix = '.building-';

/** Whether dist/ was built from the sources as they are now. */
export function isBuildCurrent() {
  if (!existsSync(hashFile) || !rooms.every((room) => existsSync(join(distFolder, room)))) return false;
  return readFileSync(hashFile, 'utf8') === fingerprintSources(projectRoot);
}

/**
 * Builds app and server beside the old build, and puts them in its place when both are whole. The caller
 * holds the lock.
 * @returns {Promise<import('./outcome.mjs').Outcome>}
 */
export async function build() {
  mkdirSync(distFolder, { recursive: true });
  removeUnfinished();
  // Taken first: a source changed while building makes the next start build again.
  const hash = fingerprintSources(projectRoot);
  const work = mkdtempSync(join(distFolder, workPrefix));
  try {
    const outcome = await buildInto(work);
    if (outcome.kind === 'done') publish(work, hash);
    return outcome;
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {string} work
 * @returns {Promise<import('./outcome.mjs').Outcome>}
 */
async function buildInto(work) {
  const server = await runTool('vite', 'vite', [
    ...['build', '--config', 'vite.server.config.ts', '--outDir', join(work, 'server'), '--emptyOutDir'],
  ]);
  if (!server.ok) return failed('The server could not be built.', server.output);
  const app = await runTool('vite', 'vite', ['build', '--outDir', join(work, 'app'), '--emptyOutDir']);
  if (!app.ok) return failed('The app could not be built.', app.output);
  return done;
}

/**
 * Without its hash a build does not count, so one that is cut off in here is made again.
 * @param {string} work
 * @param {string} hash
 */
function publish(work, hash) {
  rmSync(hashFile, { force: true });
  for (const room of rooms) {
    if (existsSync(join(distFolder, room))) renameSync(join(distFolder, room), join(work, `old-${room}`));
    renameSync(join(work, room), join(distFolder, room));
  }
  writeFileSync(hashFile, hash);
}

function removeUnfinished() {
  for (const name of readdirSync(distFolder)) {
    if (name.startsWith(workPrefix))
      rmSync(join(distFolder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}
