import { accountCases } from './cases/account.ts';
import { appPasswordCases } from './cases/app-passwords.ts';
import { calendarCases } from './cases/calendar.ts';
import { cardCases } from './cases/cards.ts';
import { deviceCases } from './cases/devices.ts';
import { joiningCases } from './cases/joining.ts';
import { passkeyCases } from './cases/passkeys.ts';
import { pushCases } from './cases/push.ts';
import type { RouteCases } from './cases/route-case.ts';
import { sessionAndSyncCases } from './cases/session-and-sync.ts';
import { speechCases } from './cases/speech.ts';
import { watchingCases } from './cases/watching.ts';

/**
 * Every route of the server, by method and address as it was registered; `HEAD` goes with its `GET`. A route
 * that is not here fails tests/server/isolation.test.ts: add how its owner calls it to the file of its subject.
 */
export const routeCases: RouteCases = {
  ...sessionAndSyncCases,
  ...joiningCases,
  ...accountCases,
  ...passkeyCases,
  ...deviceCases,
  ...appPasswordCases,
  ...cardCases,
  ...calendarCases,
  ...watchingCases,
  ...speechCases,
  ...pushCases,
};
