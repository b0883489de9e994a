import { useEffect, useState } from 'react';
import type { Cards } from '../../../../ports/cards.ts';
import { useApp } from '../../../../ui/use-app.ts';

/** What photographs and reads cards, for as long as the component is there. */
export function useCards(): Cards | undefined {
  const { loadCards } = useApp();
  const [cards, setCards] = useState<Cards>();
  useEffect(() => {
    let isGone = false;
    let opened: Cards | undefined;
    const open = async () => {
      opened = await loadCards();
      if (isGone) return opened.close();
      opened.prepare();
      setCards(opened);
    };
    open().catch((error: unknown) =>
      // Into the nearest boundary, which says what helps.
      setCards(() => {
        throw error;
      }),
    );
    return () => {
      isGone = true;
      opened?.close();
      setCards(undefined);
    };
  }, [loadCards]);
  return cards;
}
