import { expect, test } from 'vitest';
import type { Corners } from '../../../../src/exchange/card/picture.ts';
import {
  type CardLook,
  isReadyToTake,
  nextStillness,
  noStillness,
} from '../../../../src/exchange/card/stillness.ts';

function cardAt(left: number, width = 0.7): Corners {
  const [right, top, bottom] = [left + width, 0.3, 0.3 + width * 0.6];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

const look = (left: number, more: Partial<CardLook> = {}): CardLook => ({
  corners: cardAt(left),
  sure: 0.95,
  sharpness: 0.4,
  ...more,
});
const watch = (looks: readonly CardLook[]) => isReadyToTake(looks.reduce(nextStillness, noStillness));

test('a card that lies still for three frames and is sharp is taken', () => {
  expect(watch([look(0.1), look(0.101)])).toBe(false);
  expect(watch([look(0.1), look(0.101), look(0.102)])).toBe(true);
});

test('one that moves is not, until it lies still again', () => {
  const moving = [look(0.1), look(0.1), look(0.15)];
  expect(watch(moving)).toBe(false);
  expect(watch([...moving, look(0.15)])).toBe(false);
  expect(watch([...moving, look(0.15), look(0.15)])).toBe(true);
});

test.each([
  ['out of focus', { sharpness: 0.15 }],
  ['in doubt', { sure: 0.65 }],
  ['too far away', { corners: cardAt(0.3, 0.3) }],
])('one that is %s is not taken, however long it lies there', (_, more) => {
  expect(watch(Array.from({ length: 9 }, () => look(0.1, more)))).toBe(false);
});

test('it is waited for until it is sharp', () => {
  const blurred = Array.from({ length: 5 }, () => look(0.1, { sharpness: 0.15 }));
  expect(watch([...blurred, look(0.1)])).toBe(true);
});
