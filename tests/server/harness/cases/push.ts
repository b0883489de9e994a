import { createECDH, randomBytes } from 'node:crypto';
import { pushKeyPath, pushSubscriptionPath } from '../../../../src/protocol/push.ts';
import type { Member, TwoAccounts } from '../two-accounts.ts';
import { json, type RouteCases } from './route-case.ts';

const subscribe = () => {
  const keys = {
    p256dh: createECDH('prime256v1').generateKeys('base64url'),
    auth: randomBytes(16).toString('base64url'),
  };
  const endpoint = `https://push.example/${randomBytes(9).toString('base64url')}`;
  return json(pushSubscriptionPath, { endpoint, keys });
};

/** Which devices reminders go to. */
export const pushCases: RouteCases = {
  [`GET ${pushKeyPath}`]: { request: () => ({ path: pushKeyPath }) },
  [`PUT ${pushSubscriptionPath}`]: { request: subscribe },
  [`DELETE ${pushSubscriptionPath}`]: {
    request: async (of: Member, world: TwoAccounts) => {
      await world.send('PUT', subscribe(), of.cookie);
      return { path: pushSubscriptionPath };
    },
  },
};
