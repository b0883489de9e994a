import { expect, test } from 'vitest';
import { readUntil } from '../../../src/exchange/read-until.ts';

const evening = new Date(2026, 10, 26, 18, 42);
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute);

test.each([
  ['Chamber mixer, until 9', 'Chamber mixer', at(26, 21)],
  ['Chamber mixer until 9:30 pm', 'Chamber mixer', at(26, 21, 30)],
  ['Open house - till 8pm', 'Open house', at(26, 20)],
  ['Breakfast until 9 am', 'Breakfast', at(27, 9)],
  ['Lunch until 6', 'Lunch', at(27, 6)],
  ['Feria, hasta las 21', 'Feria', at(26, 21)],
  ['Gala until 12', 'Gala', at(27, 0)],
  ['Gala until 12 p.m.', 'Gala', at(27, 12)],
  ['Party until 24', 'Party', at(27, 0)],
  ['Messe till 20.15', 'Messe', at(26, 20, 15)],
])('%j is %j', (text, name, until) => {
  expect(readUntil(text, evening)).toEqual({ name, until });
});

test.each([
  'Chamber mixer',
  'until 9',
  '',
  'Until Dawn premiere',
  'Mixer until late',
  'Mixer until 25',
  'Mixer until 9:75',
  'Mixer until 13 pm',
])('%j has no end', (text) => {
  expect(readUntil(text, evening)).toBeUndefined();
});
