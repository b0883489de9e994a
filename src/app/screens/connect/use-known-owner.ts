import { useEffect, useEffectEvent } from 'react';
import { useApp } from '../../ui/use-app.ts';

/** Calls back with whose people are on this phone already: with another email they would be left behind. */
export function useKnownOwner(
  fillIn: (owner: { readonly name: string; readonly email: string }) => void,
): void {
  const { store } = useApp();
  const onOwner = useEffectEvent(fillIn);
  useEffect(() => {
    const read = async () => {
      const known = await store.readConnection();
      if (known !== undefined) onOwner(known);
    };
    read().catch(() => undefined);
  }, [store]);
}
