import { useEffect, useState } from 'react';
import type { DetailKind } from '../../../domain/detail-kinds.ts';

const none: ReadonlySet<DetailKind> = new Set();

/** What kinds of details somebody has spoken of so far; none while nothing listens along, or its reader is on the way. */
export function useHeardKinds(text: string): ReadonlySet<DetailKind> {
  const [kinds, setKinds] = useState(none);
  useEffect(() => {
    if (text === '') return;
    let isOver = false;
    const read = async () => {
      const { readDetails } = await import('../../../exchange/details/read-details.ts');
      // Of a day or a number only that it is there matters here.
      const found = readDetails(text, { writtenAt: '2000-01-01T12:00', region: 'US' });
      if (!isOver) setKinds(new Set(found.map(({ kind }) => kind)));
    };
    read().catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [text]);
  return kinds;
}
