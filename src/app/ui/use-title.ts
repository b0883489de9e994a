import { useEffect } from 'react';
import { afterPaint } from './after-paint.ts';

/** What the browser's tab and its history call this page, until another one says so. '' is the app's own name. */
export function useTitle(title: string): void {
  // Telling it costs a slow phone a frame.
  useEffect(
    () =>
      afterPaint(() => {
        document.title = title === '' ? 'Justmet' : `${title} · Justmet`;
      }),
    [title],
  );
}
