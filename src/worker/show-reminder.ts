/// <reference lib="webworker" />
import { openDevice } from '../device/open-device.ts';
import { type Reminder, reminderSchema } from '../protocol/push.ts';
import { agendaQueries } from '../store/queries/agenda.ts';
import { countDueNow } from './count-due-now.ts';
import { reminderInWords } from './reminder-words.ts';

declare const self: ServiceWorkerGlobalScope;

/** W3C Notifications API; not in the standard type library. */
interface TaggedOptions extends NotificationOptions {
  readonly tag: string;
  /** Sound or vibration also where it takes another's place. */
  readonly renotify: true;
}

/** Shows what a push says (protocol/push.ts); one of a kind takes the place of an earlier one, and is heard as well. */
export async function showReminder(message: PushMessageData | null): Promise<void> {
  const reminder = readReminder(message);
  const { title, body, path } = reminderInWords(reminder);
  const tag = reminder?.kind ?? 'other';
  const icon = '/icons/icon-192.png';
  const options: TaggedOptions = { body, tag, renotify: true, icon, data: path };
  await self.registration.showNotification(title, options);
  if (reminder !== undefined) await showBadge(reminder).catch(() => undefined);
}

/** Brings the app to the room that a reminder was about. */
export async function openReminder(notification: Notification): Promise<void> {
  notification.close();
  const path = notification.data === '/review' ? '/review' : '/today';
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = windows.find(({ url }) => new URL(url).pathname === path);
  const open = there ?? windows[0];
  if (open === undefined) return void (await self.clients.openWindow(path));
  // In front first: a page may take long to get there, and the tap counts for a moment only.
  await within(patienceMs, open.focus());
  if (there !== undefined) return;
  // A page that has just been left is still told of, and never gets anywhere.
  if (!(await within(patienceMs, open.navigate(path)))) await self.clients.openWindow(path);
}

const patienceMs = 1_500;

/** Undefined where it fails, or takes longer than that. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds));
  return Promise.race([work.catch(() => undefined), late]);
}

function readReminder(message: PushMessageData | null): Reminder | undefined {
  try {
    return reminderSchema.safeParse(message?.json()).data;
  } catch {
    return undefined;
  }
}

/** What the push says of its kind, and what this device knew last of the other. */
async function showBadge({ kind, count }: Reminder): Promise<void> {
  if (navigator.setAppBadge === undefined) return;
  const context = openDevice(() => undefined);
  try {
    const others = kind === 'morning' ? agendaQueries(context).countUnreviewed() : countDueNow(context);
    await navigator.setAppBadge(count + (await others));
  } finally {
    context.db.close();
  }
}
