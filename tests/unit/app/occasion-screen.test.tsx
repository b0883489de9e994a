// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { OccasionScreen } from '../../../src/app/screens/occasion/OccasionScreen.tsx';
import { OccasionsSoon } from '../../../src/app/ui/occasion/OccasionsSoon.tsx';
import { startingQuestions } from '../../../src/domain/questions.ts';
import { nextTouchActions } from '../../../src/store/actions/next-touches.ts';
import { occasionActions } from '../../../src/store/actions/occasions.ts';
import { fakeApp, show } from './fake-app.tsx';
import { daysLater, meetTelling } from './later.ts';

async function openOccasion() {
  const app = fakeApp();
  const dana = await meetTelling(app, 'Dana Ruiz', 'Chamber mixer', 'Two kids');
  await app.store.addNote(dana, 'Runs the bakery on Fourth Street.', undefined);
  await app
    .part(nextTouchActions)
    .setNextTouch(dana, { on: '2026-12-08', way: 'coffee' }, 'America/New_York');
  const later = daysLater(app, 9);
  await meetTelling(later, 'Amir Saleh', 'Chamber mixer');
  const [occasion] = await app.store.recentOccasions();
  return { app: later, dana, occasionId: occasion?.id ?? '' };
}

test('who was met there, last time first, with what they told and what is due', async () => {
  const { app, dana, occasionId } = await openOccasion();
  show(app, <OccasionScreen occasionId={occasionId} />);
  await screen.findByRole('heading', { name: 'Chamber mixer', level: 1 });
  await screen.findByText('Good questions to ask');
  const days = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
  expect(days).toEqual(['Last time, today', 'Good questions to ask', '22 Nov']);
  const link = screen.getByRole('link', { name: /Dana Ruiz/ });
  expect(link.getAttribute('href')).toBe(`/people/${dana}`);
  for (const words of ['Two kids', 'Runs the bakery on Fourth Street.', 'Coffee on Tue 8 Dec']) {
    await within(link).findByText(words);
  }
  within(screen.getByRole('link', { name: /Amir Saleh/ })).getByText(/Nothing noted yet/);
});

test('a question is added, put in other words, and taken away; undone, it stands again', async () => {
  const { app, occasionId } = await openOccasion();
  const { user } = show(app, <OccasionScreen occasionId={occasionId} />);
  const [first, second] = startingQuestions.map(({ text }) => text);
  await user.click(await screen.findByRole('button', { name: 'A question of your own' }));
  await user.type(
    screen.getByRole('textbox', { name: 'A question of your own' }),
    'What do you sing?{Enter}',
  );
  await screen.findByRole('button', { name: 'What do you sing?' });
  await user.click(screen.getByRole('button', { name: first ?? '' }));
  const box = screen.getByRole('textbox', { name: 'The question' });
  await user.clear(box);
  await user.type(box, 'What brought you?{Enter}');
  await screen.findByRole('button', { name: 'What brought you?' });
  expect(screen.queryByRole('button', { name: first ?? '' })).toBeNull();
  await user.click(screen.getByRole('button', { name: second ?? '' }));
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: second ?? '' })).toBeNull());
  app.toast.get()?.undo?.();
  await screen.findByRole('button', { name: second ?? '' });
});

test('a day that it is on again shows on Today the day before, and on the evening', async () => {
  const { app, occasionId } = await openOccasion();
  const { user, unmount } = show(app, <OccasionScreen occasionId={occasionId} />);
  const date = await screen.findByLabelText('It is on again');
  await user.click(date);
  fireEvent.change(date, { target: { value: '2026-12-15' } });
  await user.tab();
  const again = async () => (await app.open.db.occasion.get(occasionId))?.values['again'];
  await waitFor(async () => expect(await again()).toBe('2026-12-15'));
  unmount();
  const before = show(daysLater(app, 13), <OccasionsSoon />);
  const link = await screen.findByRole('link', { name: /^Tomorrow: Chamber mixer/ });
  expect(link.textContent).toContain('2 people you met there');
  before.unmount();
  const evening = daysLater(app, 1);
  await evening.part(occasionActions).setAgain([occasionId], '2026-12-15');
  show(evening, <OccasionsSoon />);
  const tonight = await screen.findByRole('link', { name: /: Chamber mixer/ });
  expect(tonight.getAttribute('href')).toBe(`/occasion/${occasionId}`);
  expect(tonight.textContent).toMatch(/^Today/);
});

test('an occasion that is not here says so', async () => {
  show(fakeApp(), <OccasionScreen occasionId="nobody" />);
  await screen.findByText('This occasion is not on this phone.');
});
