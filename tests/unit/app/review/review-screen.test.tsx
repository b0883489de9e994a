// @vitest-environment jsdom
import { renderHook, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ReviewScreen } from '../../../../src/app/screens/review/ReviewScreen.tsx';
import { useConfirmedAt } from '../../../../src/app/screens/review/use-confirmed-at.ts';
import { AppContext } from '../../../../src/app/ui/use-app.ts';
import { nextTouchActions } from '../../../../src/store/actions/next-touches.ts';
import { occasionActions } from '../../../../src/store/actions/occasions.ts';
import { capture } from '../../store/open-store.ts';
import { type FakeApp, fakeApp, quiet, show } from '../fake-app.tsx';
import '../later.ts';
import { met } from '../people.ts';

async function meet(app: FakeApp, name: string, isLookedAt: boolean) {
  app.open.clock.nowMs += 1_000;
  const id = await app.store.savePerson(capture({ name }), undefined);
  if (isLookedAt) await app.store.setLookedAt(id, true);
  return id;
}

const doneWith = (name: string) => screen.findByRole('button', { name: `Done with ${name}` });

test('whoever leaves the end by another way finds who was left for later, and not the end again', async () => {
  const closed: string[] = [];
  const app = fakeApp({
    loadReminders: async () => ({
      look: async () => 'on',
      show: async () => 'on',
      stop: async () => undefined,
      renew: async () => undefined,
      closeEvening: async () => void closed.push('evening'),
    }),
  });
  await meet(app, 'Dana', false);
  await meet(app, 'Luis', false);
  const first = show(app, <ReviewScreen onOver={() => undefined} />);
  await first.user.click(await doneWith('Dana'));
  await doneWith('Luis');
  // In the middle it goes on where it was.
  await quiet();
  first.unmount();
  expect(closed).toEqual([]);
  const second = show(app, <ReviewScreen onOver={() => undefined} />);
  await doneWith('Luis');
  await second.user.click(screen.getByRole('button', { name: 'Later' }));
  await screen.findByText('Luis is left for the next review.');
  await waitFor(() => expect(closed, 'nothing on the lock screen asks for it').toEqual(['evening']));
  second.unmount();
  await quiet();
  show(app, <ReviewScreen onOver={() => undefined} />);
  await doneWith('Luis');
  expect(screen.getByText('1 of 1')).toBeTruthy();
});

test('tomorrow holds all who are due by then where they live, and what is on again', async () => {
  const app = fakeApp();
  const plan = async (name: string, on: string, zone?: string) => {
    const id = await meet(app, name, true);
    await app.part(nextTouchActions).setNextTouch(id, { on, way: 'call' }, 'America/New_York');
    if (zone !== undefined) await app.part(nextTouchActions).setPersonZone(id, zone);
  };
  await plan('Ada', '2026-11-18');
  await plan('Bea', '2026-11-19');
  await plan('Cy', '2026-11-20');
  // It is a quarter to two on 22 November, and the morning of the 23rd in Kiritimati.
  await plan('Kiri', '2026-11-24', 'Pacific/Kiritimati');
  await plan('Tomo', '2026-11-23');
  await plan('Zoe', '2026-11-25', 'Pacific/Kiritimati');
  await plan('Not', '2026-11-24');
  await app.store.savePerson(capture({ name: 'Dana', where: 'Chamber mixer' }), undefined);
  const [occasion] = await app.store.recentOccasions();
  await app.part(occasionActions).setAgain([occasion?.id ?? ''], '2026-11-23');
  const { user } = show(app, <ReviewScreen onOver={() => undefined} />);
  await user.click(await doneWith('Dana'));
  const tomorrow = await screen.findByRole('region', { name: 'Tomorrow' });
  await within(tomorrow).findByRole('link', { name: /Chamber mixer/ });
  const due = within(tomorrow).getAllByRole('link', { name: /Call, / });
  expect(due.map((one) => one.textContent?.slice(1))).toEqual([
    'AdaCall, since Wed 18 Nov',
    'BeaCall, since Thu 19 Nov',
    'CyCall, since Fri 20 Nov',
    'TomoCall, tomorrow',
    'KiriCall, tomorrow',
  ]);
  expect(within(tomorrow).queryByText(/more$/)).toBeNull();
});

test('the time of the last word is the one that was seen, and none where it was over before', () => {
  const app = fakeApp();
  const wrapper = ({ children }: { children: React.ReactNode }) => (
    <AppContext.Provider value={app}>{children}</AppContext.Provider>
  );
  const tags = (waiting: number) => [{ ...met({ name: 'Dana' }), isDone: true, waiting }];
  const { result, rerender } = renderHook((waiting: number) => useConfirmedAt(tags(waiting)), {
    wrapper,
    initialProps: 0,
  });
  expect(result.current).toBeUndefined();
  rerender(2);
  expect(result.current).toBeUndefined();
  rerender(0);
  const then = app.open.clock.nowMs;
  expect(result.current).toBe(then);
  app.open.clock.nowMs += 60_000;
  rerender(0);
  expect(result.current).toBe(then);
  rerender(1);
  expect(result.current).toBeUndefined();
});
