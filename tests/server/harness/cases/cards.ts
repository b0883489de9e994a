import { createHash } from 'node:crypto';
import { cardFilePath, cardPath, cardSentPath, pathOfCard } from '../../../../src/protocol/card-page.ts';
import { syncPath } from '../../../../src/protocol/sync.ts';
import { syncRequest } from '../built-server.ts';
import { cardEdit, visitorForm } from '../public-card.ts';
import type { Member, TwoAccounts } from '../two-accounts.ts';
import { made, type RouteCases } from './route-case.ts';

const tokenOf = ({ accountId }: Pick<Member, 'accountId'>) =>
  createHash('sha256').update(`card of ${accountId}`).digest('base64url');

async function openCard(of: Member, world: TwoAccounts): Promise<string> {
  const token = tokenOf(of);
  const edits = [cardEdit(77, 77, { name: 'Somebody Public', token })];
  await made(of, world, { path: syncPath, body: syncRequest(edits, { account: of.accountId }) });
  return token;
}

/** The public page of a card, for visitors. */
export const cardCases: RouteCases = {
  [`GET ${cardPath}`]: {
    open: 'The link of a card is given to whoever the agent likes; it shows what may leave.',
    request: async (of, world) => ({ path: pathOfCard(cardPath, await openCard(of, world)) }),
  },
  [`GET ${cardSentPath}`]: {
    open: 'Says thank you to who has sent their details by the link of a card.',
    request: async (of, world) => ({ path: pathOfCard(cardSentPath, await openCard(of, world)) }),
  },
  [`GET ${cardFilePath}`]: {
    open: 'The same as the page, for a phone’s own contacts.',
    request: async (of, world) => ({ path: pathOfCard(cardFilePath, await openCard(of, world)) }),
  },
  [`POST ${cardPath}`]: {
    open: 'Visitors have no account; the form that the page drew is the proof.',
    request: async (of, world) => {
      const token = await openCard(of, world);
      return { path: pathOfCard(cardPath, token), ...visitorForm(token) };
    },
  },
};
