import type { App } from '../../ports/app.ts';
import { keepBadge } from './keep-badge.ts';

/** At each start: the icon's number, and once the contact database has answered, that reminders go to this device. */
export function beginReminders(app: App): void {
  // What is not installed has no icon.
  if (!matchMedia('(display-mode: browser)').matches) keepBadge(app);
  const renew = () => {
    if (app.lastSync.get() !== 'done') return;
    stopListening();
    void app
      .loadReminders()
      .then((reminders) => reminders.renew())
      .catch(() => undefined);
  };
  const stopListening = app.lastSync.subscribe(renew);
  renew();
}
