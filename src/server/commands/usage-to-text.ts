import type { Command } from './command.ts';
import { commands } from './commands.ts';

/** Of one command, or of all. */
export function usageToText(command?: Command): string {
  if (command !== undefined) return `${usageOf(command)}\n\n${command.summary}`;
  const lines = commands.map((one) => `  ${one.name.padEnd(16)}${one.summary}`);
  return [
    'justmet COMMAND',
    '',
    ...lines,
    '',
    'justmet COMMAND --help says more; justmet --version says which one this is.',
    'JUSTMET_DATA names the data folder (default: ./data).',
  ].join('\n');
}

export function usageOf({ name, words }: Command): string {
  return `justmet ${name} ${words}`.trimEnd();
}
