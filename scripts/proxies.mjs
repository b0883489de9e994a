import { installPackages, isOnPath } from './system-packages.mjs';

const programs = ['caddy', 'nginx'];

/**
 * Gets the proxies whose configurations are tested, where they are missing and may be installed. A sentence
 * that says what is missing, or undefined.
 * @param {(line: string) => void} tell
 */
export async function ensureProxies(tell) {
  const missing = programs.filter((program) => !isOnPath(program));
  const packages = { 'apt-get': missing, dnf: missing, apk: missing };
  if (missing.length > 0) await installPackages(tell, missing.join(' and '), packages);
  const still = missing.filter((program) => !isOnPath(program));
  if (still.length === 0) return undefined;
  return `The tests of deploy/ need ${still.join(' and ')}, which could not be installed here: apt-get install ${still.join(' ')}.`;
}
