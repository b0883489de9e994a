import { useEffect, useState } from 'react';
import { useApp } from '../use-app.ts';

const quarterMs = 900_000;
/** A timer may be early. */
const lateMs = 100;

/** Counted since 1970. */
export function quarterHourAt(nowMs: number): number {
  return Math.floor(nowMs / quarterMs);
}

/** Draws anew when a quarter of an hour begins: somewhere a day has begun, and every zone's begins with one. */
export function useQuarterHour(): number {
  const { nowMs, timer } = useApp();
  const [quarter, setQuarter] = useState(() => quarterHourAt(nowMs()));
  useEffect(() => {
    const look = () => setQuarter(quarterHourAt(nowMs()));
    const stop = timer(look, (quarter + 1) * quarterMs - nowMs() + lateMs);
    // A page that slept wakes up in another quarter.
    document.addEventListener('visibilitychange', look);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', look);
    };
  }, [quarter, nowMs, timer]);
  return quarter;
}
