import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium, ensureShell } from './chromium.mjs';
import { countTests } from './count-tests.mjs';
import { failureToText } from './outcome.mjs';
import { ensurePostgres } from './postgres.mjs';
import { prepareBuild } from './prepare.mjs';
import { ensureProxies } from './proxies.mjs';
import { runTool } from './run-program.mjs';
import { ensureSpeech } from './speech.mjs';
import { ensureSwift } from './swift.mjs';

/** @typedef {import('./count-tests.mjs').Tally} Tally */
/** @typedef {{ name: string, needsBuild: boolean, isQuick?: boolean, run: () => Promise<Tally> }} Step */

const typeConfigs = ['shared', 'app', 'worker', 'server', 'tests'];

/** @type {Step[]} */
const steps = [
  { name: 'lint', needsBuild: false, isQuick: true, run: lint },
  { name: 'unused', needsBuild: false, isQuick: true, run: findUnused },
  { name: 'types', needsBuild: false, isQuick: true, run: checkTypes },
  { name: 'unit', needsBuild: false, run: () => runWithServers(['unit', 'screens']) },
  { name: 'sim', needsBuild: false, run: () => runTests(['sim']) },
  { name: 'server', needsBuild: true, run: runServerTests },
  { name: 'browser', needsBuild: true, run: runBrowserTests },
];

export const stepNames = steps.map(({ name }) => name);

/**
 * Runs the named steps, each even when one before it failed; those without tests beside each other.
 * @param {readonly string[]} names
 * @returns {Promise<Tally[]>}
 */
export async function runSteps(names) {
  const named = steps.filter(({ name }) => names.includes(name));
  const tallies = await Promise.all(named.filter(({ isQuick }) => isQuick).map(({ run }) => run()));
  /** @type {Promise<boolean> | undefined} */
  let built;
  for (const { name, needsBuild, run } of named.filter(({ isQuick }) => !isQuick)) {
    if (needsBuild) built ??= build();
    const canRun = !needsBuild || (await built);
    tallies.push(canRun ? await run() : tellCheck(`${name} tests`, false, 'They need a build.'));
  }
  return tallies;
}

async function build() {
  const outcome = await prepareBuild({ tell: console.log });
  if (outcome.kind === 'failed') console.log(failureToText(outcome));
  return outcome.kind === 'done';
}

async function lint() {
  const colors = process.stdout.isTTY ? 'force' : 'off';
  const args = ['ci', '--error-on-warnings', `--colors=${colors}`];
  const { ok, output } = await runTool('@biomejs/biome', 'biome', args);
  return tellCheck('lint', ok, output);
}

async function findUnused() {
  const { ok, output } = await runTool('knip', 'knip', []);
  return tellCheck('unused', ok, output);
}

async function checkTypes() {
  let said = '';
  for (const config of typeConfigs) {
    const { ok, output } = await runTool('typescript', 'tsc', ['-p', `tsconfig.${config}.json`]);
    if (!ok) said += `tsconfig.${config}.json\n${output}`;
  }
  return tellCheck('types', said === '', said);
}

/**
 * Without a PostgreSQL or a Swift the tests that need one fail, and say what to install.
 * @param {readonly string[]} projects
 */
async function runWithServers(projects) {
  const postgres = await ensurePostgres(console.log);
  const swift = await ensureSwift(console.log);
  return runTests(projects, {
    ...(postgres.kind === 'found' && { POSTGRES_BIN: postgres.folder }),
    ...(swift.kind === 'found' && { SWIFT_PYTHON: swift.python }),
  });
}

async function runServerTests() {
  const missing = await ensureProxies(console.log);
  // Without them their tests fail; the others are worth running all the same.
  if (missing !== undefined) console.log(missing);
  await bringSpeech();
  return runWithServers(['server']);
}

async function bringSpeech() {
  const speech = await ensureSpeech(console.log);
  if (speech.kind === 'missing') console.log(speech.sentence);
}

async function runBrowserTests() {
  const search = await ensureChromium(console.log);
  if (search.kind === 'missing') return tellCheck('browser tests', false, search.sentence);
  const shell = await ensureShell(console.log);
  await bringSpeech();
  return runTests(['browser'], {
    CHROME_PATH: search.path,
    ...(shell !== undefined && { CHROME_SHELL_PATH: shell }),
  });
}

/**
 * @param {readonly string[]} projects of vitest.config.ts
 * @param {NodeJS.ProcessEnv} [env]
 */
async function runTests(projects, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'justmet-test-'));
  const reportFile = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  console.log(`${projects.join(' and ')} tests`);
  try {
    const args = ['run', ...projects.flatMap((name) => ['--project', name]), ...reporters];
    const { ok } = await runTool('vitest', 'vitest', args, { shown: true, env });
    return countTests(readIfThere(reportFile), ok);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} path */
function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Shows a check as passed or failed, with what its tool said when it failed.
 * @param {string} name
 * @param {boolean} ok
 * @param {string} output
 * @returns {Tally}
 */
function tellCheck(name, ok, output) {
  console.log(ok ? `${name}: passed` : `${name}: failed\n${output.trimEnd()}`);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
