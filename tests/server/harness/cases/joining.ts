import { randomUUID } from 'node:crypto';
import {
  invitationPath,
  invitationsPath,
  invitedPath,
  joinPath,
} from '../../../../src/protocol/invitations.ts';
import { claimByPasskeyPath, joinByPasskeyPath } from '../../../../src/protocol/passkeys.ts';
import { claimPath } from '../../../../src/protocol/session.ts';
import { owner } from '../built-server.ts';
import type { TwoAccounts } from '../two-accounts.ts';
import { passkeyOfNobody, withoutAuthenticator } from './passkeys.ts';
import { byId, json, type RouteCases } from './route-case.ts';

const newEmail = () => `${randomUUID()}@example.com`;

async function invite({ server: { accounts } }: TwoAccounts) {
  const outcome = await accounts.invite(newEmail());
  if (outcome.kind !== 'invited') throw new Error(`Inviting gave ${outcome.kind}`);
  return outcome;
}

/** How somebody gets an account: the claim, invitations, and joining by one. */
export const joiningCases: RouteCases = {
  [`POST ${claimPath}`]: {
    open: 'The printed link is the proof; nobody has an account yet.',
    request: async (_of, world) => json(claimPath, await world.anotherClaim()),
  },
  [`POST ${claimByPasskeyPath}`]: {
    open: 'The printed link is the proof; nobody has an account yet.',
    refused: { status: 403, why: withoutAuthenticator },
    request: async (_of, world) => {
      const { password: _, ...claim } = await world.anotherClaim();
      return json(claimByPasskeyPath, { ...claim, passkey: passkeyOfNobody.created });
    },
  },
  [`GET ${invitationsPath}`]: {
    ownerAlone: true,
    request: async (_of, world) => {
      await invite(world);
      return { path: invitationsPath };
    },
  },
  [`POST ${invitationsPath}`]: {
    ownerAlone: true,
    request: () => json(invitationsPath, { email: newEmail() }),
  },
  [`DELETE ${invitationPath}`]: {
    ownerAlone: true,
    request: async (_of, world) => ({ path: byId(invitationPath, (await invite(world)).invitation.id) }),
  },
  [`POST ${invitedPath}`]: {
    open: 'The link of an invitation is the proof; whom it is for and who invited is all it says.',
    givenAway: { words: [owner.name] },
    request: async (_of, world) => json(invitedPath, { token: (await invite(world)).token }),
  },
  [`POST ${joinPath}`]: {
    open: 'The link of an invitation is the proof; whoever holds it has no account yet.',
    givenAway: { table: 'invitation' },
    request: async (_of, world) => {
      const { token } = await invite(world);
      return json(joinPath, { token, name: 'Nora New', password: randomUUID() });
    },
  },
  [`POST ${joinByPasskeyPath}`]: {
    open: 'The link of an invitation is the proof; whoever holds it has no account yet.',
    refused: { status: 403, why: withoutAuthenticator },
    request: async (_of, world) => {
      const { token } = await invite(world);
      return json(joinByPasskeyPath, { token, name: 'Nora New', passkey: passkeyOfNobody.created });
    },
  },
};
