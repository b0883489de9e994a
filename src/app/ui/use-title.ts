import { useEffect } from 'react';

/** What the browser's tab and its history call this page. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Justmet' : `${title} · Justmet`;
    return () => {
      document.title = 'Justmet';
    };
  }, [title]);
}
