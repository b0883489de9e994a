import type { Config } from '../config.ts';

export interface CommandInput {
  /** What was typed after the command's name. */
  readonly words: readonly string[];
  /** How it is called, for whoever called it otherwise. */
  readonly usage: string;
  readonly config: Config;
  /** A line of the answer, on stdout. */
  readonly print: (line: string) => void;
  /** A line beside the answer, on stderr. */
  readonly tell: (line: string) => void;
}

export interface CommandModule {
  /** The exit code; undefined for a command that goes on by itself. Expected failures are WrongWords or StartUpProblem. */
  run(input: CommandInput): Promise<number | undefined>;
}

export interface Command {
  readonly name: string;
  /** What follows the name. */
  readonly words: string;
  readonly summary: string;
  readonly load: () => Promise<CommandModule>;
}
