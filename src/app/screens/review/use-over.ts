import { useEffect, useEffectEvent } from 'react';
import { useApp } from '../../ui/use-app.ts';

/**
 * Once a review is over, nothing on the lock screen asks for it, and whoever leaves it, by whatever way, finds a new one
 * the next time. A browser that is killed leaves nothing: the end is still there.
 */
export function useOver(isOver: boolean, forget: () => void): void {
  const { loadReminders } = useApp();
  useEffect(() => {
    if (!isOver) return;
    void loadReminders()
      .then((reminders) => reminders.closeEvening())
      .catch(() => undefined);
  }, [isOver, loadReminders]);
  const leave = useEffectEvent(() => {
    if (isOver) forget();
  });
  useEffect(() => () => leave(), []);
}
