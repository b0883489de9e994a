// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { NextTouchPicker, type TouchPlan } from '../../../src/app/ui/next/NextTouchPicker.tsx';
import type { NextTouch } from '../../../src/domain/due/next-touch.ts';
import { fakeApp, show } from './fake-app.tsx';

const today = '2026-11-22';
const none: TouchPlan = { next: undefined, rhythm: undefined };

interface HeldProps {
  readonly plan: TouchPlan;
  readonly heard: readonly NextTouch[];
  readonly onChange: (plan: TouchPlan) => void;
}

/** The picker over a plan that is held for it. */
function Held({ plan, heard, onChange }: HeldProps) {
  const [held, setHeld] = useState(plan);
  const change = (changed: TouchPlan) => {
    onChange(changed);
    setHeld(changed);
  };
  return <NextTouchPicker plan={held} today={today} heard={heard} onChange={change} />;
}

function showPicker(plan: TouchPlan = none, heard: readonly NextTouch[] = []) {
  const changes: TouchPlan[] = [];
  const onChange = (changed: TouchPlan) => void changes.push(changed);
  const shown = show(fakeApp(), <Held plan={plan} heard={heard} onChange={onChange} />);
  const chip = (name: string) => screen.getByRole('button', { name });
  const pressed = () =>
    screen.queryAllByRole('button', { pressed: true }).map((button) => button.textContent);
  return { ...shown, changes, chip, pressed, last: () => changes.at(-1) };
}

test('nothing is planned at first, and no way is asked for', () => {
  const { pressed } = showPicker();
  expect(pressed()).toEqual(['None']);
  expect(screen.queryByRole('button', { name: 'Coffee' })).toBeNull();
});

test('tomorrow, then how, then how often: each tap adds to the plan', async () => {
  const { user, chip, last, pressed } = showPicker();
  await user.click(chip('Tomorrow'));
  expect(last()).toEqual({ next: { on: '2026-11-23', way: undefined }, rhythm: undefined });
  await user.click(chip('Coffee'));
  expect(last()?.next).toEqual({ on: '2026-11-23', way: 'coffee' });
  await user.click(chip('Every 6 weeks'));
  expect(last()).toEqual({
    next: { on: '2026-11-23', way: 'coffee' },
    rhythm: { every: 6, unit: 'week', from: today },
  });
  expect(pressed()).toEqual(['Tomorrow', 'Coffee', 'Every 6 weeks']);
  await user.click(chip('In 2 weeks'));
  expect(last()?.next, 'the way stays').toEqual({ on: '2026-12-06', way: 'coffee' });
});

test('a second tap takes back, and None takes everything', async () => {
  const rhythm = { every: 6, unit: 'week', from: '2026-10-01' } as const;
  const { user, chip, last } = showPicker({ next: { on: '2026-11-23', way: 'call' }, rhythm });
  await user.click(chip('Call'));
  expect(last()).toEqual({ next: { on: '2026-11-23', way: undefined }, rhythm });
  await user.click(chip('Tomorrow'));
  expect(last()).toEqual({ next: undefined, rhythm });
  await user.click(chip('None'));
  expect(last()).toEqual(none);
});

test('a day that was heard comes with its way, and stands for that day', async () => {
  const heard = [
    { on: '2026-12-01', way: 'call' },
    { on: '2026-12-06', way: 'email' },
    { on: '2026-11-01', way: 'text' },
    { on: '2026-12-01', way: 'call' },
  ];
  const { user, chip, last, pressed } = showPicker(none, heard);
  expect(
    screen.getAllByRole('button', { name: /^(Call|Email|Text), / }).map((one) => one.textContent),
  ).toEqual(['Call, Tue 1 Dec', 'Email, Sun 6 Dec']);
  expect(screen.queryByRole('button', { name: 'In 2 weeks' })).toBeNull();
  await user.click(chip('Call, Tue 1 Dec'));
  expect(last()?.next).toEqual({ on: '2026-12-01', way: 'call' });
  expect(pressed()).toEqual(['Call, Tue 1 Dec', 'Call']);
});

test('a day of the calendar; one that is over, and a year half typed, are not taken', async () => {
  const { user, chip, changes, last, pressed } = showPicker();
  await user.click(chip('Pick a day'));
  const input = screen.getByLabelText('Pick a day');
  fireEvent.change(input, { target: { value: '0202-12-24' } });
  fireEvent.change(input, { target: { value: '2026-11-21' } });
  expect(changes).toEqual([]);
  fireEvent.change(input, { target: { value: '2026-12-24' } });
  expect(last()?.next).toEqual({ on: '2026-12-24', way: undefined });
  expect(pressed()).toEqual(['Thu 24 Dec']);
});

test('other rhythms are a tap away, and one that is none of them is kept in sight', async () => {
  const { user, chip, last } = showPicker({
    next: undefined,
    rhythm: { every: 10, unit: 'day', from: today },
  });
  expect(chip('Every 10 days').getAttribute('aria-pressed')).toBe('true');
  await user.click(chip('Other rhythm'));
  expect(chip('Every 10 days')).toBeTruthy();
  await user.click(chip('Every 3 months'));
  expect(last()?.rhythm).toEqual({ every: 3, unit: 'month', from: today });
});
