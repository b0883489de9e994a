import type { PersonMet } from '../../store/queries/people.ts';
import { createKeptQuery, useKeptQuery } from './kept-query.ts';
import { endOfDay } from './time-words.ts';
import { useApp, useSignal } from './use-app.ts';

export const metOn = createKeptQuery(({ store }, day: number) => {
  const [from, to] = [day, endOfDay(day)].map((ms) => new Date(ms).toISOString());
  return store.listPeopleMet(from ?? '', to ?? '');
});

/** Latest first; undefined until the device's database has answered. */
export function usePeopleMetToday(): readonly PersonMet[] | undefined {
  return useKeptQuery(metOn, useSignal(useApp().today));
}
