import { expect, test } from 'vitest';
import { listRoutes } from '../../../src/app/boot/contact-routes.ts';

test('a phone is given what it opens in its address book, the likeliest route first', () => {
  const all = { hasWorker: true, canShare: true };
  expect(listRoutes({ ...all, device: 'iPhone' })).toEqual(['address', 'link', 'share', 'file']);
  expect(listRoutes({ ...all, device: 'Android phone' })).toEqual(['file', 'address', 'share']);
  expect(listRoutes({ ...all, device: 'Mac' })).toEqual(['file', 'share']);
});

test('no route is offered that this browser does not have', () => {
  const none = { hasWorker: false, canShare: false };
  expect(listRoutes({ ...none, device: 'iPad' })).toEqual(['link', 'file']);
  expect(listRoutes({ ...none, device: 'Android tablet' })).toEqual(['file']);
});
