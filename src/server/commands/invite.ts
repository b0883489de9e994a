import { createInvitation, invitationDays } from '../accounts/invitations.ts';
import { localAddress } from '../local-address.ts';
import { StartUpProblem } from '../start-up-problem.ts';
import type { CommandInput } from './command.ts';
import { readEmail } from './read-email.ts';
import { withPeople } from './with-people.ts';

export async function run({ words, usage, config, print }: CommandInput): Promise<number> {
  const email = readEmail({ words, usage });
  const outcome = await withPeople(config, (options) => createInvitation(options, { email }));
  if (outcome.kind === 'unclaimed') {
    throw new StartUpProblem(
      'Nobody has claimed this contact database yet: the server prints the link for that.',
    );
  }
  if (outcome.kind === 'has-account') throw new StartUpProblem(`${email} has an account here already.`);
  const link = `${config.origin ?? localAddress(config)}/join#${outcome.token}`;
  print(`This link gives ${email} an account here, once, within ${invitationDays} days: ${link}`);
  return 0;
}
