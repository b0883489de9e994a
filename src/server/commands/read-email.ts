import { emailSchema } from '../../protocol/session.ts';
import { StartUpProblem } from '../start-up-problem.ts';
import type { CommandInput } from './command.ts';
import { readWords } from './read-words.ts';

/** The one word of a command about somebody; rejected in words where it is no email. */
export function readEmail(said: Pick<CommandInput, 'words' | 'usage'>): string {
  const [word = ''] = readWords(said, {}, 1).positionals;
  const parsed = emailSchema.safeParse(word.trim());
  if (parsed.success) return parsed.data.toLowerCase();
  throw new StartUpProblem(`"${word}" ${parsed.error.issues[0]?.message ?? 'is not an email address'}.`);
}
