import { createResetLink } from '../accounts/reset-links.ts';
import { localAddress } from '../local-address.ts';
import { StartUpProblem } from '../start-up-problem.ts';
import type { CommandInput } from './command.ts';
import { readEmail } from './read-email.ts';
import { withPeople } from './with-people.ts';

export async function run({ words, usage, config, print }: CommandInput): Promise<number> {
  const email = readEmail({ words, usage });
  const token = await withPeople(config, (options) => createResetLink(options, { email }));
  if (token === undefined) throw new StartUpProblem(`Nobody here signs in as ${email}.`);
  const link = `${config.origin ?? localAddress(config)}/reset#${token}`;
  print(`This link sets a new password for ${email}, once, within an hour: ${link}`);
  return 0;
}
