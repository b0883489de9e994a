import { expect, test } from 'vitest';
import { pickedAddressToLine, pickedToReading } from '../../../src/exchange/picked-contact.ts';

test('who was picked among the contacts keeps every number once, and every name', () => {
  const reading = pickedToReading({
    name: ['Dana Ruiz', 'Dana', ' Dana Ruiz '],
    tel: ['231 555 0142', '231 555 0142', ''],
    email: ['dana@example.com'],
    address: ['4 Fourth Street'],
  });
  expect(reading).toEqual({
    name: 'Dana Ruiz',
    title: '',
    company: '',
    phones: [{ text: '231 555 0142' }],
    emails: [{ text: 'dana@example.com' }],
    handles: [],
    addresses: [{ text: '4 Fourth Street' }],
    note: 'Dana',
  });
});

test('an address is one line of what is known of it', () => {
  const address = {
    addressLine: ['4 Fourth Street', ''],
    city: 'Clare',
    region: 'MI',
    postalCode: '48617',
    country: '',
  };
  expect(pickedAddressToLine(address)).toBe('4 Fourth Street, Clare, MI 48617');
});
