import { useState } from 'react';
import { type DueNow, dueQueries } from '../../../../store/queries/due.ts';
import { createKeptQuery, useKeptQuery } from '../../../ui/kept-query.ts';
import { useQuarterHour } from '../../../ui/next/use-quarter-hour.ts';
import { useFreshAgenda } from '../../../ui/use-fresh-agenda.ts';

const dueNow = createKeptQuery((app, limit: number, _quarter: number) =>
  app.part(dueQueries).listDueNow(app.nowMs(), limit),
);

interface KnownDue {
  readonly due: DueNow | undefined;
  readonly showMore: () => void;
}

/** Who is due, kept up to date while a screen is open; at most `atOnce` of them, and as many more at a wish. */
export function useDueNow(atOnce: number): KnownDue {
  const quarter = useQuarterHour();
  const [limit, setLimit] = useState(atOnce);
  useFreshAgenda();
  // Somewhere a day may begin with every quarter of an hour.
  const due = useKeptQuery(dueNow, limit, quarter);
  return { due, showMore: () => setLimit(limit + moreAtOnce) };
}

const moreAtOnce = 20;
