/*
 * The first file that any command loads. It and the commands themselves keep to syntax and modules that
 * Node 12 knows (no top-level await, no "node:"), so that an old Node reaches the sentence below.
 */

/**
 * What is wrong with a Node of this version (`20.19.0`), or nothing. The range is Vite's: ^20.19 || >=22.12.
 * @param {string} version
 * @returns {string | undefined}
 */
export function unfitNodeSentence(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  const isFit = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (isFit) return undefined;
  return `Justmet needs Node 20.19 or newer (22.12 or newer of the later ones); this is Node ${version}.`;
}

/** Ends the process with one sentence when this Node cannot run Justmet. */
export function refuseUnfitNode() {
  const sentence = unfitNodeSentence(process.versions.node);
  if (sentence === undefined) return;
  console.error(sentence);
  process.exit(1);
}
