import { useEffect } from 'react';
import { createAgenda } from '../../store/agenda/create-agenda.ts';
import { agendaQueries } from '../../store/queries/agenda.ts';
import { deviceZone } from './device-zone.ts';
import { createKeptQuery, useKeptQuery } from './kept-query.ts';
import { useApp } from './use-app.ts';

// An answer of its own each time: where one mark took another's place, the count is the same.
export const agendaMarks = createKeptQuery(async ({ part }) => ({
  count: await part(agendaQueries).countStale(),
}));
/** What somebody who shows it has already asked to be worked out. */
const seen = new WeakSet<object>();

/** Keeps the agenda worked out while a screen that shows it is open. True while somebody still has to be. */
export function useFreshAgenda(): boolean {
  const { part } = useApp();
  const stale = useKeptQuery(agendaMarks);
  const { refresh } = part(createAgenda);
  useEffect(() => {
    if (stale === undefined || stale.count === 0 || seen.has(stale)) return;
    seen.add(stale);
    void refresh(deviceZone()).catch(() => undefined);
  }, [stale, refresh]);
  return stale !== undefined && stale.count > 0;
}
