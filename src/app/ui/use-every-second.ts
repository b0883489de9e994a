import { useEffect, useEffectEvent } from 'react';
import { useApp } from './use-app.ts';

const secondMs = 1_000;

/** Runs `work` about once a second while `isOn`, never twice at a time. */
export function useEverySecond(isOn: boolean, work: () => unknown): void {
  const { timer } = useApp();
  const onSecond = useEffectEvent(work);
  useEffect(() => {
    if (!isOn) return;
    let isGone = false;
    let cancel = () => {};
    const wait = () => {
      cancel = timer(async () => {
        await onSecond();
        if (!isGone) wait();
      }, secondMs);
    };
    wait();
    return () => {
      isGone = true;
      cancel();
    };
  }, [isOn, timer]);
}
