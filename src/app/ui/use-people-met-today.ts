import { useLiveQuery } from 'dexie-react-hooks';
import type { PersonMet } from '../../store/queries/people.ts';
import { endOfDay } from './time-words.ts';
import { useApp, useSignal } from './use-app.ts';

/** Latest first; undefined until the device's database has answered. */
export function usePeopleMetToday(): readonly PersonMet[] | undefined {
  const app = useApp();
  const today = useSignal(app.today);
  return useLiveQuery(() => {
    const [from, to] = [today, endOfDay(today)].map((ms) => new Date(ms).toISOString());
    return app.store.listPeopleMet(from ?? '', to ?? '');
  }, [app, today]);
}
