import { subscribeToPush, unsubscribeFromPush } from '../../../device/push.ts';
import type { ReminderKind } from '../../../protocol/push.ts';
import type { DeviceReminders, ShownHere } from '../../ports/reminders.ts';

export function createDeviceReminders(): DeviceReminders {
  const look = () => lookHere().catch((): ShownHere => 'unsupported');
  const tell = async () => {
    const registration = await findRegistration();
    return registration !== undefined && (await subscribeToPush(registration));
  };
  return {
    look,
    async show() {
      try {
        const seen = await look();
        if (seen === 'unsupported' || seen === 'not-installed') return seen;
        if ((await Notification.requestPermission()) !== 'granted') return look();
        wish.set(true);
        return (await tell()) ? 'on' : 'no-answer';
      } catch {
        return 'no-answer';
      }
    },
    async stop() {
      wish.set(false);
      const registration = await findRegistration().catch(() => undefined);
      if (registration !== undefined) await unsubscribeFromPush(registration).catch(() => undefined);
    },
    async renew() {
      const seen = await look();
      if (seen === 'on') wish.set(true);
      // A browser may drop its subscription while nobody can be told of it.
      const isLost = seen === 'off' && wish.isThere() && Notification.permission === 'granted';
      if (seen === 'on' || isLost) await tell().catch(() => false);
    },
    async closeEvening() {
      const tag: ReminderKind = 'evening';
      const find = async () => (await findRegistration())?.getNotifications({ tag });
      for (const notification of (await find().catch(() => undefined)) ?? []) notification.close();
    },
  };
}

const wishKey = 'justmet-reminders';

/** That reminders are wanted on this device, whatever becomes of its subscription. Storage may be refused altogether. */
const wish = {
  isThere: () => tryStorage(() => localStorage.getItem(wishKey)) === 'here',
  set(isWanted: boolean) {
    tryStorage(() => (isWanted ? localStorage.setItem(wishKey, 'here') : localStorage.removeItem(wishKey)));
  },
};

function tryStorage<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

async function lookHere(): Promise<ShownHere> {
  const isPossible =
    'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;
  if (!isPossible) return isIos() && !isInstalled() ? 'not-installed' : 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  const registration = await findRegistration();
  if (registration === undefined) return 'unsupported';
  const subscription = await registration.pushManager.getSubscription();
  return Notification.permission === 'granted' && subscription !== null ? 'on' : 'off';
}

const findRegistration = async () => navigator.serviceWorker?.getRegistration();

/** An iPad calls itself a Mac, and has a screen to touch. */
function isIos(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}

function isInstalled(): boolean {
  return matchMedia('(display-mode: standalone)').matches;
}
