import { expect, it } from 'vitest';
import { sendToAll } from './harness/send-to-all.ts';

/** How soon it is with ten thousand: `npm run bench -- reminders`. */
it('all who want it at the same minute are told once, whatever the endpoints of others do', async () => {
  const sent = await sendToAll({ agents: 500, peopleEach: 12, limitMs: 50_000 });
  const { told, twice, othersTwice, failures } = sent;
  expect({ told, twice, othersTwice, failures }).toEqual({
    told: 400,
    twice: 0,
    othersTwice: 0,
    failures: [],
  });
});
