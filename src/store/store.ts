import { liveQuery, type Observable } from 'dexie';
import { captureActions } from './actions/capture.ts';
import { draftActions } from './actions/drafts.ts';
import type { StoreContext } from './context.ts';
import { laterActions } from './load-later.ts';
import { recentOccasions } from './queries/occasions.ts';
import { peopleQueries } from './queries/people.ts';
import { safetyQueries } from './queries/safety.ts';

/** Everything that a screen may ask of the device's own database. */
export function createStore(context: StoreContext) {
  return {
    ...captureActions(context),
    ...draftActions(context),
    ...laterActions(context),
    ...peopleQueries(context),
    ...safetyQueries(context),
    recentOccasions: () => recentOccasions(context),
    /** Answers now and again after every change of what the query read, in any tab. */
    watch: <T>(query: () => Promise<T>): Observable<T> => liveQuery(query),
  };
}

export type Store = ReturnType<typeof createStore>;
