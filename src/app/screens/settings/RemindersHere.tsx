import { useEffect, useState } from 'react';
import type { ShownHere } from '../../ports/reminders.ts';
import { Button } from '../../ui/Button.tsx';
import { useApp } from '../../ui/use-app.ts';
import { useStatus } from '../../ui/use-status.ts';
import styles from './Reminders.module.css';
import { Line } from './Section.tsx';

/** Whether reminders are shown on this device, and how to get there; the phone is asked after a tap alone. */
export function RemindersHere() {
  const { loadReminders } = useApp();
  const status = useStatus();
  const [seen, setSeen] = useState<ShownHere | 'no-answer'>();
  const [isBusy, setIsBusy] = useState(false);
  useEffect(() => {
    let hasGone = false;
    const look = async () => {
      const found = await (await loadReminders()).look();
      if (!hasGone) setSeen(found);
    };
    void look().catch(() => undefined);
    return () => {
      hasGone = true;
    };
  }, [loadReminders]);
  const run = async (work: () => Promise<ShownHere | 'no-answer'>) => {
    setIsBusy(true);
    setSeen(await work().catch(() => 'no-answer' as const));
    setIsBusy(false);
  };
  const show = () => void run(async () => (await loadReminders()).show());
  const stop = () =>
    void run(async () => {
      const reminders = await loadReminders();
      await reminders.stop();
      return reminders.look();
    });
  if (seen === undefined) return null;
  if (seen !== 'unsupported' && seen !== 'not-installed' && status?.kind === 'on-device') {
    return (
      <Line
        title="They come from your contact database"
        detail="Connect one, above. It sends them while the app is closed."
      />
    );
  }
  const { title, detail } = sentences[seen];
  return (
    <div role="status" className={styles.here}>
      <Line title={title} detail={detail}>
        {seen === 'off' || seen === 'no-answer' ? (
          <Button disabled={isBusy} onClick={show}>
            Show them here
          </Button>
        ) : null}
        {seen === 'on' ? (
          <Button disabled={isBusy} onClick={stop}>
            Stop here
          </Button>
        ) : null}
      </Line>
    </div>
  );
}

const orCalendar = 'A calendar with who is due is there as well.';

const sentences: Readonly<
  Record<ShownHere | 'no-answer', { readonly title: string; readonly detail: string }>
> = {
  on: {
    title: 'Shown on this phone',
    detail: 'Also while the app is closed. None comes when there is nothing.',
  },
  off: {
    title: 'Not shown on this phone yet',
    detail:
      'The phone asks you once whether Justmet may show them: one in the evening, one in the morning, and nothing else.',
  },
  denied: {
    title: 'This phone was told not to show them',
    detail: `Allow notifications for Justmet in the phone’s settings, then come back. ${orCalendar}`,
  },
  'not-installed': {
    title: 'Put Justmet on the home screen first',
    detail: 'This phone shows reminders of apps on the home screen: Share, then Add to Home Screen.',
  },
  unsupported: {
    title: 'This browser shows none while the app is closed',
    detail: `Your other devices may. ${orCalendar}`,
  },
  'no-answer': {
    title: 'That did not work just now',
    detail:
      'It needs signal, to your contact database and to your phone’s own service. Try again in a moment.',
  },
};
