import { calendarFeedPath, calendarPath, calendarStateSchema } from '../../../../src/protocol/calendar.ts';
import type { Member, TwoAccounts } from '../two-accounts.ts';
import { json, made, type RouteCases } from './route-case.ts';

async function makeFeed(of: Member, world: TwoAccounts): Promise<string> {
  const state = await made(of, world, { path: calendarPath, body: { instead: null } });
  return calendarStateSchema.parse(state).feed?.path ?? '';
}

/** The feed that calendars subscribe to, and its address. */
export const calendarCases: RouteCases = {
  [`GET ${calendarFeedPath}`]: {
    open: 'Calendars have no session; the address is the key, and can be taken away.',
    request: async (of, world) => ({ path: await makeFeed(of, world) }),
  },
  [`GET ${calendarPath}`]: {
    request: async (of, world) => {
      await makeFeed(of, world);
      return { path: calendarPath };
    },
  },
  [`POST ${calendarPath}`]: {
    request: async (of, world) => json(calendarPath, { instead: await makeFeed(of, world) }),
  },
  [`DELETE ${calendarPath}`]: {
    request: async (of, world) => {
      await makeFeed(of, world);
      return { path: calendarPath };
    },
  },
};
