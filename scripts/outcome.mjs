/**
 * How a step of a command ended: `sentence` says what failed in words, `output` is what the failed tool
 * said, or empty.
 * @typedef {{ kind: 'done' } | { kind: 'failed', sentence: string, output: string }} Outcome
 */

/** @type {Outcome} */
export const done = { kind: 'done' };

/**
 * @param {string} sentence
 * @param {string} [output]
 * @returns {Outcome & { kind: 'failed' }}
 */
export function failed(sentence, output = '') {
  return { kind: 'failed', sentence, output };
}

/**
 * What a person reads of a failure: the tool's output first, the sentence last.
 * @param {{ sentence: string, output: string }} failure
 */
export function failureToText({ sentence, output }) {
  const said = output.trimEnd();
  return said === '' ? sentence : `${said}\n\n${sentence}`;
}
