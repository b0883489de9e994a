// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { Route, Switch } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { TodayAhead, TodayRoom } from '../../../src/app/screens/today/TodayAhead.tsx';
import { dateInWords } from '../../../src/app/ui/time-words.ts';
import { dueQueries } from '../../../src/store/queries/due.ts';
import { capture } from '../store/open-store.ts';
import { type FakeApp, quiet, show } from './fake-app.tsx';
import { fullDay } from './full-day.ts';

let idle: (() => void)[] = [];
const whenIdle = () => new Promise<void>((resolve) => void idle.push(resolve));

beforeEach(() => {
  idle = [];
  document.title = '';
  navigate('/');
});

test('it is drawn where nobody sees it, watches nothing there, and is shown as it was drawn', async () => {
  const app = await fullDay();
  await drawBehind(app);
  const [heading] = dueHeadings();
  expect(heading?.closest('[style*="none"]')).toBeNull();
  const ask = vi.spyOn(app.part(dueQueries), 'listDueNow');
  await act(() => app.store.savePerson(capture({ name: 'Ann Otter' }), undefined));
  await screen.findByRole('heading', { name: 'You met 2 people', hidden: true });
  expect(ask).not.toHaveBeenCalled();
  expect(document.title).toBe('');

  go('/today');
  expectDrawn(heading);
  await screen.findByRole('heading', { name: 'You met 2 people' });
  await waitFor(() => expect(document.title).toContain('Justmet'));
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
  await waitFor(() => expect(ask).toHaveBeenCalled());
});

test('opened before it is drawn, it is there once, also when the drawing would have come a moment later', async () => {
  const app = await fullDay();
  show(app, <Rooms />);
  await letIdle(12);
  go('/today');
  await screen.findByRole('heading', { name: 'Due to hear from you' });
  await letIdle(12);
  expect(dueHeadings()).toHaveLength(1);
});

test('opened between the wish and its drawing, it is there at once, and once', async () => {
  const app = await fullDay();
  const { container } = show(app, <Rooms />);
  const isWished = () => container.querySelector('[aria-hidden]') !== null;
  while (!isWished()) {
    await quiet();
    for (const run of idle.splice(0)) run();
    await turns();
  }
  expect(dueHeadings()).toEqual([]);
  navigate('/today');
  await turns();
  expect(dueHeadings()).toHaveLength(1);
  await quiet();
  expect(dueHeadings()).toHaveLength(1);
});

test('on another day it is drawn anew', async () => {
  const app = await fullDay();
  await drawBehind(app);
  const [heading] = dueHeadings();
  act(() => app.today.set(app.today.get() + 86_400_000));
  expect(dueHeadings()).toEqual([]);
  await letIdleUntilDrawn();
  go('/today');
  expect(dueHeadings()[0]).not.toBe(heading);
  expect(dueHeadings()).toHaveLength(1);
});

test('who comes back at once finds it as it was; later, what was left open in it is open no more', async () => {
  const app = await fullDay();
  const user = await drawBehind(app);
  const ask = vi.spyOn(app.part(dueQueries), 'listDueNow');
  go('/today');
  const [heading] = dueHeadings();
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
  await user.click(screen.getByRole('button', { name: 'Show me' }));
  await waitFor(() => expect(goesOn()).not.toBeNull());
  expect(document.activeElement).toBe(goesOn());
  go('/');
  expect(document.activeElement).toBe(document.body);
  expectDrawn(heading);
  expect(screen.queryByRole('heading', { name: 'Due to hear from you' })).toBeNull();
  await untilAsleep();
  ask.mockClear();
  expect(heading?.closest('[style*="none"]')).toBeNull();
  go('/today');
  expectDrawn(heading);
  await waitFor(() => expect(goesOn()).not.toBeNull());
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
  await waitFor(() => expect(ask).toHaveBeenCalled());
  go('/');
  await waitFor(
    async () => {
      await letIdle(1);
      expect(dueHeadings()[0]).toBeDefined();
      expect(dueHeadings()[0]).not.toBe(heading);
    },
    { timeout: 20_000 },
  );
  const [again] = dueHeadings();
  go('/today');
  expectDrawn(again);
  expect(goesOn()).toBeNull();
});

test('who comes back on another day finds that day', async () => {
  const app = await fullDay();
  await drawBehind(app);
  go('/today');
  const [heading] = dueHeadings();
  go('/');
  act(() => app.today.set(app.today.get() + 86_400_000));
  expect(dueHeadings()).toEqual([]);
  go('/today');
  await screen.findByRole('heading', { name: 'Due to hear from you' });
  expect(dueHeadings()[0]).not.toBe(heading);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(dateInWords(app.today.get()));
});

function Rooms() {
  return (
    <>
      <TodayAhead whenIdle={whenIdle} />
      <Switch>
        <Route path="/">Another room</Route>
        <Route path="/today">
          <TodayRoom />
        </Route>
      </Switch>
    </>
  );
}

/** Shows the rooms as the router does, until Today is drawn behind them. */
async function drawBehind(app: FakeApp) {
  const { user } = show(app, <Rooms />);
  await letIdleUntilDrawn();
  return user;
}

/** That very one, and no other. */
function expectDrawn(heading: HTMLElement | undefined): void {
  expect(dueHeadings()).toHaveLength(1);
  expect(dueHeadings()[0]).toBe(heading);
}

/** Behind an answer that is shown. */
const goesOn = () => screen.queryByRole('button', { name: /^(Next|Done)$/ });

/** Until what Today watches is watched no more. */
function untilAsleep(): Promise<void> {
  return waitFor(() => expect(document.querySelector('[data-awake]')).toBeNull());
}

function letIdleUntilDrawn(): Promise<void> {
  return waitFor(
    async () => {
      await letIdle(1);
      expect(dueHeadings()).toHaveLength(1);
    },
    { timeout: 20_000 },
  );
}

async function letIdle(times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    for (const run of idle.splice(0)) run();
    await quiet();
  }
}

/** What is drawn behind is drawn in a task of its own: none begins meanwhile. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

function go(path: string): void {
  act(() => navigate(path));
}

/** Seen or not. */
function dueHeadings(): readonly HTMLElement[] {
  return screen.queryAllByRole('heading', { name: 'Due to hear from you', hidden: true });
}
