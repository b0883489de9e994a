// Adds to package-lock.json the optional packages of other machines that the registry in use does not
// carry: a mirror may hold this system's binaries only, and `npm ci` refuses a lock without the others.
// They come without an integrity hash, since none can be known; a run of `npm install` against a full
// registry adds it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.mjs';

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[],
 *   optionalDependencies?: Record<string, string> }} LockEntry
 */

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

const lockPath = join(projectRoot, 'package-lock.json');
const lock = JSON.parse(readFileSync(lockPath, 'utf8'));
/** @type {Record<string, LockEntry>} */
const packages = lock.packages;

for (const [path, entry] of Object.entries({ ...packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const platform = platformOf(name);
    if (isLocked(path, name) || platform === undefined || !/^\d+\.\d+\.\d+$/.test(version)) continue;
    packages[`node_modules/${name}`] = {
      version,
      ...platform,
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
    };
    console.log(`added ${name}@${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(lockPath, `${JSON.stringify(lock, null, 2)}\n`);

/**
 * Whether Node's lookup from the package at `path` finds `name` in the lock.
 * @param {string} path
 * @param {string} name
 */
function isLocked(path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (packages[at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`] !== undefined)
      return true;
    if (at === '') return false;
  }
}

/**
 * The platform that a binary package's name tells, as `@biomejs/cli-linux-x64-musl` does.
 * @param {string} name
 * @returns {LockEntry | undefined}
 */
function platformOf(name) {
  const words = name.slice(name.lastIndexOf('/') + 1).split(/[-.]/);
  const os = systems.find((system) => words.includes(system));
  if (os === undefined) return undefined;
  const cpu =
    processors.find((processor) => words.includes(processor)) ?? (words.some(isArm) ? 'arm' : undefined);
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some(isGlibc)
      ? 'glibc'
      : undefined;
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined || os !== 'linux' ? {} : { libc: [libc] }),
    os: [os],
  };
}

/** @param {string} word */
function isArm(word) {
  return /^armv?\d/.test(word);
}

/** @param {string} word */
function isGlibc(word) {
  return /^(gnu|glibc)/.test(word);
}
