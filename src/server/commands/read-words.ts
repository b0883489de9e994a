import { type ParseArgsConfig, parseArgs } from 'node:util';
import { errorCode } from '../start-up-problem.ts';
import type { CommandInput } from './command.ts';
import { WrongWords } from './wrong-words.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Said = Pick<CommandInput, 'words' | 'usage'>;

/** Options, and exactly `count` other words; anything else is WrongWords. */
export function readWords<O extends Options>(said: Said, options: O, count: number) {
  const parsed = parseWords(said, options);
  if (parsed.positionals.length !== count) throw misused(said);
  return parsed;
}

function parseWords<O extends Options>(said: Said, options: O) {
  try {
    return parseArgs({ args: [...said.words], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (errorCode(error).startsWith('ERR_PARSE_ARGS')) throw misused(said);
    throw error;
  }
}

export function misused({ usage }: Pick<CommandInput, 'usage'>): WrongWords {
  return new WrongWords(`That is not understood. Say it like this: ${usage}`);
}
