// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Remember } from '../../../src/app/ui/recall/Remember.tsx';
import { jsonToRecall } from '../../../src/domain/recall/recall-state.ts';
import { fakeApp, quiet, show } from './fake-app.tsx';
import { daysLater, meetTelling } from './later.ts';

async function showDay(days = 1) {
  const app = fakeApp();
  const priya = await meetTelling(app, 'Priya Venkat', 'Open house', 'Two cats', 'Restores old radios');
  await meetTelling(app, 'Luis Garza', 'Open house');
  await meetTelling(app, 'Jo Kowalski', 'Open house');
  const later = daysLater(app, days);
  const shown = show(later, <Remember />);
  const recall = async () => jsonToRecall((await app.open.db.person.get(priya))?.values['recall']);
  return { app: later, recall, priya, ...shown };
}

const choice = (name: string) => screen.findByRole('button', { name });

test('from the details to the name: a right tap says yes, and plans the next time', async () => {
  const { user, recall, priya } = await showDay();
  await screen.findByText('Two cats. Restores old radios.');
  expect(screen.queryByText(/Priya Venkat/), 'the name is not told').toBeNull();
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(['Priya', 'Luis', 'Jo', 'Show me', 'Not today']),
  );
  await user.click(await choice('Priya'));
  await screen.findByText('Yes, it is Priya.');
  expect(screen.getByRole('link', { name: 'See Priya' }).getAttribute('href')).toBe(`/people/${priya}`);
  await waitFor(async () => expect(await recall()).toMatchObject({ reps: 1, lapses: 0 }));
  const done = await choice('Done');
  expect(document.activeElement).toBe(done);
  await user.click(done);
  await waitFor(() => expect(screen.queryByText('Do you remember?')).toBeNull());
});

test.each([['Luis'], ['Show me']])(
  '"%s" tells the name kindly, counts as gone, and says no number',
  async (tap) => {
    const { user, recall } = await showDay();
    await user.click(await choice(tap));
    await screen.findByText('It is Priya.');
    expect(document.body.textContent).not.toMatch(/wrong|score|\d/i);
    await waitFor(async () => expect((await recall())?.reps).toBe(1));
    const due = Date.parse((await recall())?.due ?? '');
    expect(due - Date.parse((await recall())?.seenAt ?? '')).toBe(86_400_000);
  },
);

test('the next time it goes from the name to a detail', async () => {
  const { user, app, recall, unmount } = await showDay();
  await meetTelling(app, 'Ana Lee', 'Open house', 'Sails');
  await user.click(await choice('Priya'));
  await waitFor(async () => expect(await recall()).toBeDefined());
  unmount();
  const weekLater = daysLater(app, 7);
  const again = show(weekLater, <Remember />);
  await screen.findByText('Priya Venkat');
  await screen.findByRole('group', { name: 'What did Priya tell you?' });
  await again.user.click(await choice('Sails'));
  await screen.findByText(/^It was this: (Two cats|Restores old radios)$/);
});

test('one tap puts it off for today, counted nowhere, and another brings it back', async () => {
  const { user, app, recall } = await showDay();
  await user.click(await choice('Not today'));
  await waitFor(() => expect(screen.queryByText('Do you remember?')).toBeNull());
  expect(await recall()).toBeUndefined();
  app.toast.get()?.undo?.();
  await screen.findByText('Do you remember?');
});

test('shows nothing on the day itself', async () => {
  await showDay(0);
  await quiet();
  expect(screen.queryByText('Do you remember?')).toBeNull();
});
