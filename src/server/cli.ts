#!/usr/bin/env node
import { commandsByName } from './commands/commands.ts';
import { usageOf, usageToText } from './commands/usage-to-text.ts';
import { WrongWords } from './commands/wrong-words.ts';
import { readConfig } from './config.ts';
import { packageVersion } from './package-version.ts';
import { StartUpProblem } from './start-up-problem.ts';

const wrongWords = 2;
const [name = '', ...words] = process.argv.slice(2);

// Whatever is written here is people's, also in a folder that others may look into.
process.umask(0o077);

try {
  const code = await run();
  if (code !== undefined) process.exitCode = code;
} catch (error) {
  if (!(error instanceof WrongWords || error instanceof StartUpProblem)) throw error;
  console.error(error.message);
  process.exit(error instanceof WrongWords ? wrongWords : 1);
}

/** The exit code; undefined while the command goes on by itself. */
async function run(): Promise<number | undefined> {
  if (name === '' || name === 'help' || name === '--help' || name === '-h') return show(usageToText());
  if (name === '--version' || name === '-v') return show(packageVersion());
  const command = commandsByName.get(name);
  if (command === undefined) {
    throw new WrongWords(`There is no command "${name}"; justmet --help lists those there are.`);
  }
  if (words.includes('--help')) return show(usageToText(command));
  const outcome = readConfig(process.env);
  if (outcome.kind === 'problem') throw new StartUpProblem(outcome.sentence);
  const { run: runCommand } = await command.load();
  const usage = usageOf(command);
  return await runCommand({ words, usage, config: outcome.config, print: console.log, tell: console.error });
}

function show(text: string): number {
  console.log(text);
  return 0;
}
