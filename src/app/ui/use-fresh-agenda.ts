import { useEffect, useState } from 'react';
import { createAgenda } from '../../store/agenda/create-agenda.ts';
import { agendaQueries } from '../../store/queries/agenda.ts';
import { afterPaint } from './after-paint.ts';
import { deviceZone } from './device-zone.ts';
import { useApp } from './use-app.ts';

/** Keeps the agenda worked out while a screen that shows it is open. True while somebody still has to be. */
export function useFreshAgenda(): boolean {
  const app = useApp();
  const [isStale, setIsStale] = useState(false);
  const { refresh } = app.part(createAgenda);
  // At every answer: where one mark took another's place, the count is the same.
  useEffect(() => {
    let stop: () => void;
    const begin = () => {
      const watching = app.store
        .watch(() => app.part(agendaQueries).countStale())
        .subscribe((count) => {
          setIsStale(count > 0);
          if (count > 0) void refresh(deviceZone()).catch(() => undefined);
        });
      stop = () => watching.unsubscribe();
    };
    stop = afterPaint(begin);
    return () => stop();
  }, [app, refresh]);
  return isStale;
}
