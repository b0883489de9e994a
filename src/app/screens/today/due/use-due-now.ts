import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { type DueNow, dueQueries } from '../../../../store/queries/due.ts';
import { useQuarterHour } from '../../../ui/next/use-quarter-hour.ts';
import { useApp } from '../../../ui/use-app.ts';
import { useFreshAgenda } from '../../../ui/use-fresh-agenda.ts';

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
  const due = useLiveQuery(
    () => app.part(dueQueries).listDueNow(app.nowMs(), limit),
    // Somewhere a day may begin with every quarter of an hour.
    [app, limit, quarter],
  );
  return { due, showMore: () => setLimit(limit + moreAtOnce) };
}

const moreAtOnce = 20;
