import { Suspense, useEffect, useState } from 'react';
import { whenIdle } from './boot/when-idle.ts';
import { Banners } from './ui/Banners.tsx';
import { lazyOr } from './ui/lazy-or.ts';

const TodayAhead = lazyOr(
  () => import('./screens/today/TodayAhead.tsx').then((m) => m.TodayAhead),
  () => null,
);

/** What is in the page whatever room is open. */
export function BesideRooms() {
  const [isQuiet, setIsQuiet] = useState(false);
  // What the app was opened for comes first, be it a camera.
  useEffect(() => whenIdle(() => setIsQuiet(true), true), []);
  return (
    <>
      <Banners />
      {isQuiet ? (
        <Suspense fallback={null}>
          <TodayAhead whenIdle={untilIdle} />
        </Suspense>
      ) : null}
    </>
  );
}

const untilIdle = () => new Promise<void>((resolve) => whenIdle(resolve));
