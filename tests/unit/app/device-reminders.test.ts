// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDeviceReminders } from '../../../src/app/boot/reminders/device-reminders.ts';
import { pushKeyPath } from '../../../src/protocol/push.ts';

const key = new Uint8Array(65).fill(4);
const publicKey = btoa(String.fromCharCode(...key))
  .replaceAll('+', '-')
  .replaceAll('/', '_')
  .replaceAll('=', '');

/** As much of a browser as reminders ask of it. */
function fakeBrowser() {
  const told: string[] = [];
  let subscription: object | null = null;
  let isOnline = true;
  let made = 0;
  const subscribe = async () => {
    if (!isOnline) throw new DOMException('No push service', 'AbortError');
    made += 1;
    const endpoint = `https://push.example/${made}`;
    const keys = { p256dh: publicKey, auth: 'A'.repeat(22) };
    subscription = {
      options: { applicationServerKey: key.buffer },
      toJSON: () => ({ endpoint, keys }),
      unsubscribe: async () => {
        subscription = null;
      },
    };
    return subscription;
  };
  const registration = { pushManager: { subscribe, getSubscription: async () => subscription } };
  const notification = { permission: 'default', requestPermission: async () => ask() };
  const ask = () => {
    notification.permission = 'granted';
    return 'granted';
  };
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: { getRegistration: async () => registration },
  });
  vi.stubGlobal('PushManager', class {});
  vi.stubGlobal('Notification', notification);
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit) => {
    if (!isOnline) throw new TypeError('Failed to fetch');
    if (path === pushKeyPath) return Response.json({ publicKey });
    told.push(`${method} ${body === undefined ? '' : JSON.parse(String(body)).endpoint}`.trim());
    return new Response(null, { status: 204 });
  });
  return {
    told,
    notification,
    lose: () => {
      subscription = null;
    },
    goOffline: () => {
      isOnline = false;
    },
    goOnline: () => {
      isOnline = true;
    },
  };
}

let browser: ReturnType<typeof fakeBrowser>;
beforeEach(() => {
  browser = fakeBrowser();
});
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

test('a subscription that the browser has dropped is made anew at a start, also at one after many without signal', async () => {
  expect(await createDeviceReminders().show()).toBe('on');
  expect(browser.told).toEqual(['PUT https://push.example/1']);
  browser.lose();
  browser.goOffline();
  await createDeviceReminders().renew();
  expect(await createDeviceReminders().look()).toBe('off');
  browser.goOnline();
  await createDeviceReminders().renew();
  expect(browser.told).toEqual(['PUT https://push.example/1', 'PUT https://push.example/2']);
  expect(await createDeviceReminders().look()).toBe('on');
});

test('one that was made by an earlier version is known to be wanted from the next start on', async () => {
  await createDeviceReminders().show();
  localStorage.clear();
  await createDeviceReminders().renew();
  browser.lose();
  await createDeviceReminders().renew();
  expect(await createDeviceReminders().look()).toBe('on');
});

test('where they were stopped, never wanted, or are not allowed any more, none is made', async () => {
  await createDeviceReminders().renew();
  browser.notification.permission = 'granted';
  await createDeviceReminders().renew();
  expect(browser.told).toEqual([]);
  await createDeviceReminders().show();
  await createDeviceReminders().stop();
  await createDeviceReminders().renew();
  expect(browser.told).toEqual(['PUT https://push.example/1', 'DELETE']);
  await createDeviceReminders().show();
  browser.lose();
  browser.notification.permission = 'default';
  await createDeviceReminders().renew();
  expect(await createDeviceReminders().look()).toBe('off');
});
