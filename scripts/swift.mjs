import { runProgram } from './run-program.mjs';
import { installPackages } from './system-packages.mjs';

/** @typedef {{ kind: 'found', python: string } | { kind: 'missing', sentence: string }} SwiftSearch */

/** A Python of one's own, before it on the PATH, does not have Debian's packages. */
const pythons = ['/usr/bin/python3', 'python3'];
const packages = { 'apt-get': ['python3-swift'] };

/**
 * The Python that has OpenStack Swift, which is a store with an S3 interface: SWIFT_PYTHON and nothing else when it
 * is set, then the system's.
 * @returns {Promise<SwiftSearch>}
 */
export async function findSwift() {
  const chosen = process.env['SWIFT_PYTHON'];
  for (const python of chosen ? [chosen] : pythons) {
    const { ok } = await runProgram(python, ['-c', 'import swift.proxy.server']);
    if (ok) return { kind: 'found', python };
  }
  const sentence =
    'These tests need OpenStack Swift, and there is none here: install it (apt-get install python3-swift), ' +
    'or name a Python that has it in SWIFT_PYTHON.';
  return {
    kind: 'missing',
    sentence: chosen ? `SWIFT_PYTHON names ${chosen}, which has no Swift.` : sentence,
  };
}

/**
 * Finds Swift, or else gets it from the system's package manager when it may.
 * @param {(line: string) => void} tell shows one short line of progress
 * @returns {Promise<SwiftSearch>}
 */
export async function ensureSwift(tell) {
  const search = await findSwift();
  if (search.kind === 'found' || process.env['SWIFT_PYTHON']) return search;
  await installPackages(tell, 'OpenStack Swift', packages);
  return findSwift();
}
