import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const sourceFolders = ['src', 'public'];
const buildFiles =
  /^(index\.html|package(-lock)?\.json|tsconfig.*\.json|vite(\.server)?\.config\.ts|browserslist|\.browserslistrc|\.env.*)$/;
const buildScripts = ['scripts/build-stale.mjs', 'scripts/vite/copy-engine-parts.ts'];

/**
 * A hash over all that the build is made from: names and contents.
 * @param {string} root
 */
export function fingerprintSources(root) {
  const hash = createHash('sha256');
  for (const file of listBuildSources(root)) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** @param {string} root */
function listBuildSources(root) {
  const topFiles = readdirSync(root).filter((name) => buildFiles.test(name));
  const nested = sourceFolders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(resolve(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
    );
  return [...topFiles, ...buildScripts, ...nested].filter((file) => existsSync(join(root, file))).sort();
}
