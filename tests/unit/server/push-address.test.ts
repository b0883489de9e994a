import { expect, it } from 'vitest';
import { isPublicAddress, lookUpPublic, mayPushTo } from '../../../src/server/reminders/push-address.ts';

it.each([
  'https://fcm.googleapis.com/fcm/send/abc',
  'https://updates.push.services.mozilla.com/wpush/v2/abc',
  'https://web.push.apple.com/abc',
  'https://wns2-par02p.notify.windows.com/w/?token=abc',
  'https://1.1.1.1/abc',
  'https://[2606:4700:4700::1111]/abc',
])('sends to %s', (endpoint) => {
  expect(mayPushTo(endpoint, [])).toBe(true);
});

it.each([
  'http://fcm.googleapis.com/abc',
  'https://fcm.googleapis.com:8443/abc',
  'https://user:word@fcm.googleapis.com/abc',
  'https://localhost/abc',
  'https://printer/abc',
  'https://db.internal/abc',
  'https://nas.local/abc',
  'https://nas.local./abc',
  'https://127.0.0.1/abc',
  'https://2130706433/abc',
  'https://0x7f.1/abc',
  'https://10.0.0.1/abc',
  'https://192.168.1.1/abc',
  'https://172.31.255.255/abc',
  'https://169.254.169.254/latest/meta-data',
  'https://100.64.0.1/abc',
  'https://0.0.0.0/abc',
  'https://224.0.0.1/abc',
  'https://255.255.255.255/abc',
  'https://[::1]/abc',
  'https://[::ffff:127.0.0.1]/abc',
  'https://[::ffff:8.8.8.8]/abc',
  'https://[64:ff9b::7f00:1]/abc',
  'https://[2002:7f00:1::]/abc',
  'https://[fd00::1]/abc',
  'https://[fe80::1]/abc',
  'https://[2001:db8::1]/abc',
  'ftp://example.com/abc',
  'no address',
])('does not send to %s', (endpoint) => {
  expect(mayPushTo(endpoint, [])).toBe(false);
});

it('sends to an origin that was named, and to no other port or scheme of it', () => {
  const also = ['http://127.0.0.1:9000'];
  expect(mayPushTo('http://127.0.0.1:9000/a', also)).toBe(true);
  expect(mayPushTo('http://127.0.0.1:9001/a', also)).toBe(false);
  expect(mayPushTo('https://127.0.0.1:9000/a', also)).toBe(false);
  expect(mayPushTo('http://127.0.0.1:9000@evil.example/a', also)).toBe(false);
});

it('a name that stands for this machine is found to be none', async () => {
  const found = await new Promise((resolve) => {
    lookUpPublic('localhost', { all: true }, (error) => resolve(error?.code));
  });
  expect(found).toBe('ENOTFOUND');
  expect(['8.8.8.8', '2a00::1'].map(isPublicAddress)).toEqual([true, true]);
  expect(['127.0.0.1', '::1', 'localhost', ''].some(isPublicAddress)).toBe(false);
});
