import { rmSync } from 'node:fs';
import { mkdir, open, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const beatInterval = 1_000;
const staleAfter = 10_000;
const signals = /** @type {const} */ ({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 });

/**
 * Does the work while no other process that asks for the same lock file does its own. The holder touches
 * the file every second; a lock left behind by a killed process is taken over after ten.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(path, work, onWait = () => {}) {
  await mkdir(dirname(path), { recursive: true });
  if (!(await tryTake(path))) {
    onWait();
    do await sleep(200);
    while (!(await tryTake(path)));
  }
  const release = holdLock(path);
  try {
    return await work();
  } finally {
    release();
  }
}

/** @param {string} path */
async function tryTake(path) {
  try {
    await (await open(path, 'wx')).close();
    return true;
  } catch (error) {
    if (!isFileError(error, 'EEXIST')) throw error;
  }
  try {
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs < staleAfter) return false;
    // Renamed first: of two that find the lock stale, one gets it.
    const aside = `${path}-${process.pid}`;
    await rename(path, aside);
    await rm(aside, { force: true });
  } catch (error) {
    if (!isFileError(error, 'ENOENT')) throw error;
  }
  return false;
}

/**
 * Keeps the lock fresh, and gives it back when the process ends early. Returns the release.
 * @param {string} path
 */
function holdLock(path) {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, beatInterval);
  const remove = () => rmSync(path, { force: true });
  /** @param {NodeJS.Signals} signal */
  const leave = (signal) => process.exit(128 + (signals[/** @type {keyof typeof signals} */ (signal)] ?? 0));
  process.on('exit', remove);
  for (const signal of Object.keys(signals)) process.on(signal, leave);
  return () => {
    clearInterval(beat);
    process.off('exit', remove);
    for (const signal of Object.keys(signals)) process.off(signal, leave);
    remove();
  };
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isFileError(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
