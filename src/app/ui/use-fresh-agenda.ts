import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { createAgenda } from '../../store/agenda/create-agenda.ts';
import { agendaQueries } from '../../store/queries/agenda.ts';
import { deviceZone } from './device-zone.ts';
import { useApp } from './use-app.ts';

/** Keeps the agenda worked out while a screen that shows it is open. True while somebody still has to be. */
export function useFreshAgenda(): boolean {
  const app = useApp();
  const stale = useLiveQuery(() => app.part(agendaQueries).countStale(), [app]) ?? 0;
  const { refresh } = app.part(createAgenda);
  // At every answer: where one mark took another's place, the count is the same.
  useEffect(() => {
    const marks = app.store.watch(() => app.part(agendaQueries).countStale());
    const watching = marks.subscribe((count) => {
      if (count > 0) void refresh(deviceZone()).catch(() => undefined);
    });
    return () => watching.unsubscribe();
  }, [app, refresh]);
  return stale > 0;
}
