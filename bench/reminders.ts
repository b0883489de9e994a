import { startPostgres } from '../tests/postgres/start-postgres.ts';
import { sendToAll } from '../tests/server/harness/send-to-all.ts';
import type { Figure, Measurement } from './harness/measurement.ts';
import { median } from './harness/statistics.ts';

const agents = 10_000;
/** With two touches each: ninety rows an agent. */
const peopleEach = 30;
const limitMs = 180_000;

/**
 * Ten thousand agents who want to be reminded at the same minute, by one process on each database: how soon those are
 * told whose endpoint is well, while every tenth hangs and every tenth fails or is gone.
 */
export const reminders: Measurement = {
  name: 'reminders',
  async measure({ scale, tell }) {
    const postgres = await startPostgres({ isDurable: true });
    const figures: Figure[] = [];
    const raw: Record<string, readonly number[]> = {};
    try {
      for (const driver of ['SQLite', 'PostgreSQL'] as const) {
        tell(`reminders on ${driver}`);
        const where = driver === 'SQLite' ? {} : { databaseUrl: await postgres.createDatabase() };
        const size = { agents: Math.round(agents * scale), peopleEach, limitMs };
        const { delaysMs, told, twice, othersTwice } = await sendToAll({ ...size, ...where });
        const seconds = delaysMs.map((ms) => ms / 1_000);
        raw[`${driver}: seconds after their time`] = seconds.filter((_, place) => place % 100 === 0);
        raw[`${driver}: told, of them twice, of the others twice`] = [told, twice, othersTwice];
        figures.push(
          {
            what: `${driver}: the last of ${told} is told after`,
            value: seconds.at(-1) ?? Number.NaN,
            unit: 's',
            atMost: 60,
          },
          { what: `${driver}: half of them after`, value: median(seconds), unit: 's' },
          { what: `${driver}: told twice`, value: twice + othersTwice, unit: 'times', atMost: 0 },
        );
      }
      return { figures, raw };
    } finally {
      await postgres.stop();
    }
  },
};
