import { randomUUID } from 'node:crypto';
import { accountPath, deleteAccountPath, exportPath } from '../../../../src/protocol/account.ts';
import { forgottenPath, passwordPath, resetPath } from '../../../../src/protocol/passwords.ts';
import { createResetLink } from '../../../../src/server/accounts/reset-links.ts';
import { json, proofOf, type RouteCases } from './route-case.ts';

/** An account as a whole, its password, and its end. */
export const accountCases: RouteCases = {
  [`GET ${accountPath}`]: { request: () => ({ path: accountPath }) },
  [`GET ${exportPath}`]: { request: () => ({ path: `${exportPath}?private=yes` }) },
  [`POST ${deleteAccountPath}`]: {
    names: true,
    byNewMembers: true,
    request: (of) => json(deleteAccountPath, { proof: proofOf(of), leavesOthers: false }),
  },
  [`POST ${passwordPath}`]: {
    names: true,
    byNewMembers: true,
    request: (of) => json(passwordPath, { proof: proofOf(of), password: randomUUID() }),
  },
  [`GET ${forgottenPath}`]: {
    open: 'Asked before signing in; it says only whether this server sends mail.',
    request: () => ({ path: forgottenPath }),
  },
  [`POST ${forgottenPath}`]: {
    open: 'Whoever cannot sign in asks; the answer is the same for every email.',
    byNewMembers: true,
    request: ({ email }) => json(forgottenPath, { email }),
  },
  [`POST ${resetPath}`]: {
    open: 'The link that was mailed is the proof; its holder cannot sign in.',
    byNewMembers: true,
    request: async ({ email }, { server: { authOptions } }) => {
      const token = await createResetLink(authOptions, { email });
      return json(resetPath, { token, password: randomUUID() });
    },
  },
};
