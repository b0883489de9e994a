import {
  appPasswordPath,
  appPasswordsPath,
  newAppPasswordSchema,
  peoplePath,
} from '../../../../src/protocol/app-passwords.ts';
import type { Member, TwoAccounts } from '../two-accounts.ts';
import { byId, json, made, proofOf, type RouteCases } from './route-case.ts';

async function makeAppPassword(of: Member, world: TwoAccounts) {
  const body = { proof: proofOf(of), name: `Script of ${of.email}`, scope: 'read' };
  return newAppPasswordSchema.parse(await made(of, world, { path: appPasswordsPath, body }));
}

/** Passwords of other programs, and what one opens. */
export const appPasswordCases: RouteCases = {
  [`GET ${appPasswordsPath}`]: {
    request: async (of, world) => {
      await makeAppPassword(of, world);
      return { path: appPasswordsPath };
    },
  },
  [`POST ${appPasswordsPath}`]: {
    request: (of) => json(appPasswordsPath, { proof: proofOf(of), name: 'My script', scope: 'read' }),
  },
  [`DELETE ${appPasswordPath}`]: {
    names: true,
    request: async (of, world) => ({
      path: byId(appPasswordPath, (await makeAppPassword(of, world)).appPassword.id),
    }),
  },
  [`GET ${peoplePath}`]: {
    takesAppPassword: true,
    request: async (of, world) => {
      const { password } = await makeAppPassword(of, world);
      return { path: peoplePath, authorization: `Bearer ${password}` };
    },
  },
};
