import { useState } from 'react';
import { type DueNow, dueQueries } from '../../../../store/queries/due.ts';
import type { App } from '../../../ports/app.ts';
import { createKeptQuery, useKeptQuery } from '../../../ui/kept-query.ts';
import { useQuarterHour } from '../../../ui/next/use-quarter-hour.ts';
import { useApp } from '../../../ui/use-app.ts';
import { useFreshAgenda } from '../../../ui/use-fresh-agenda.ts';

/** With another quarter of an hour or a wish for more nobody goes out of sight for a moment. */
const lastKnown = new WeakMap<App, DueNow>();

export const dueNow = createKeptQuery(async (app, limit: number, _quarter: number) => {
  const due = await app.part(dueQueries).listDueNow(app.nowMs(), limit);
  lastKnown.set(app, due);
  return due;
});

interface KnownDue {
  readonly due: DueNow | undefined;
  readonly showMore: () => void;
}

/** Who is due, kept up to date while a screen is open; at most `atOnce` of them, and as many more at a wish. */
export function useDueNow(atOnce: number): KnownDue {
  const app = useApp();
  const quarter = useQuarterHour();
  const [limit, setLimit] = useState(atOnce);
  useFreshAgenda();
  // Somewhere a day may begin with every quarter of an hour.
  const due = useKeptQuery(dueNow, limit, quarter) ?? lastKnown.get(app);
  return { due, showMore: () => setLimit(limit + moreAtOnce) };
}

const moreAtOnce = 20;
