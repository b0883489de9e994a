import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { aboutPerson, PersonRow } from '../../ui/PersonRow.tsx';
import styles from './PeopleScreen.module.css';
import type { PeoplePlace } from './people-place.ts';
import type { ListedPerson, ListRow } from './people-rows.ts';

interface PeopleListProps {
  readonly rows: readonly ListRow[];
  readonly hereId: string | undefined;
  readonly place: RefObject<PeoplePlace>;
}

const headingHeight = 40;
const personHeight = 69;

/** Only the rows in sight are in the page, so ten thousand people scroll like ten. */
export function PeopleList({ rows, hereId, place }: PeopleListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  useScrollPlace(place, rows.length > 0);
  // Made anew only with the rows: the virtualizer measures everything again for a new one.
  const estimateSize = useCallback(
    (index: number) => (rows[index]?.kind === 'heading' ? headingHeight : personHeight),
    [rows],
  );
  const getItemKey = useCallback((index: number) => rows[index]?.key ?? index, [rows]);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize,
    getItemKey,
    overscan: 12,
    scrollMargin: top,
  });
  return (
    <ul ref={list} className={styles.list} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            className={styles.item}
            style={{ transform: `translateY(${start - top}px)` }}
          >
            {row.kind === 'heading' ? (
              <h2 className={styles.heading}>{row.words}</h2>
            ) : (
              <PersonRow
                person={row.hit.person}
                occasion={row.hit.occasion}
                detail={detailOf(row.hit)}
                isHere={row.hit.person.id === hereId}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Goes on where the list was left, as soon as it is there again. */
function useScrollPlace(place: RefObject<PeoplePlace>, isFilled: boolean): void {
  useLayoutEffect(() => {
    if (!isFilled) return;
    scrollTo(0, place.current.scrollY);
    const remember = () => {
      place.current = { ...place.current, scrollY };
    };
    addEventListener('scroll', remember, { passive: true });
    return () => removeEventListener('scroll', remember);
  }, [place, isFilled]);
}

function detailOf({ findText, ...met }: ListedPerson) {
  const found = findText?.();
  if (found === undefined) return aboutPerson(met);
  return (
    <>
      {found.before}
      {found.match === '' ? null : <mark>{found.match}</mark>}
      {found.after}
    </>
  );
}
