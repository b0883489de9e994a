import { useSyncExternalStore } from 'react';

const wide = matchMedia('(min-width: 56.25rem)');

/** From 900 px on, a list and a page stand side by side. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      wide.addEventListener('change', onChange);
      return () => wide.removeEventListener('change', onChange);
    },
    () => wide.matches,
  );
}
