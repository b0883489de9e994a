import { useLiveQuery } from 'dexie-react-hooks';
import { type RefObject, useDeferredValue, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { noteQueries } from '../../../store/queries/notes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useApp } from '../../ui/use-app.ts';
import { PeopleList } from './PeopleList.tsx';
import styles from './PeopleScreen.module.css';
import type { PeoplePlace } from './people-place.ts';
import { groupByMeeting, hitsToRows } from './people-rows.ts';
import { buildSearchIndex, searchPeople } from './search-index.ts';

interface PeopleScreenProps {
  /** Whose page stands beside the list. */
  readonly hereId: string | undefined;
  /** Read when the list opens, and kept up to date. */
  readonly place: RefObject<PeoplePlace>;
}

/** Everybody, by when you met, and a search over all that is known of them. */
export function PeopleScreen({ hereId, place }: PeopleScreenProps) {
  const app = useApp();
  const people = useLiveQuery(() => app.store.listPeople(), [app]);
  // Notes are read and the index is built from the moment that somebody looks for the search.
  const [isSearching, setIsSearching] = useState(() => place.current.query !== '');
  const notes = useLiveQuery(
    async () => (isSearching ? app.part(noteQueries).listNotes() : []),
    [app, isSearching],
  );
  const [query, setQuery] = useState(() => place.current.query);
  const asked = useDeferredValue(query.trim());
  const index = useMemo(
    () => (isSearching ? buildSearchIndex(people ?? [], notes ?? []) : []),
    [isSearching, people, notes],
  );
  const rows = useMemo(
    () => (asked === '' ? groupByMeeting(people ?? [], app.nowMs()) : hitsToRows(searchPeople(index, asked))),
    [app, people, index, asked],
  );

  return (
    <Screen title="People">
      <search className={styles.search}>
        <Icon name="search" size={20} />
        <input
          type="search"
          value={query}
          onFocus={() => setIsSearching(true)}
          onChange={(event) => {
            setQuery(event.target.value);
            place.current = { ...place.current, query: event.target.value };
          }}
          placeholder="Name, number, a word you noted"
          aria-label="Search people"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
        />
      </search>
      {people?.length === 0 ? (
        <div className={styles.empty}>
          <p>Everybody you meet will be here, the latest first.</p>
          <Link href="/">Who did you meet?</Link>
        </div>
      ) : (
        <PeopleList rows={rows} hereId={hereId} place={place} />
      )}
    </Screen>
  );
}
