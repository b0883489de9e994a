// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { nextTouchActions } from '../../../src/store/actions/next-touches.ts';
import { fakeApp, show } from './fake-app.tsx';
import { daysLater, meetTelling } from './later.ts';

// jsdom has none, and the screen asks for it as it is loaded.
vi.stubGlobal('matchMedia', () => ({
  matches: false,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}));
const { LookBackScreen } = await import('../../../src/app/screens/look-back/LookBackScreen.tsx');

afterAll(() => vi.unstubAllGlobals());

beforeEach(() => history.replaceState(null, '', '/look-back'));

test('a month is a picture with words for whoever does not see it, and the numbers behind it', async () => {
  const app = fakeApp();
  const dana = await meetTelling(app, 'Dana Ruiz', 'Chamber mixer', 'A beagle');
  await meetTelling(app, 'Amir Saleh', 'Chamber mixer');
  await meetTelling(app, 'Priya Venkat', '');
  const later = daysLater(app, 1);
  await later.part(nextTouchActions).markTouch(dana, 'call', false);
  const { user } = show(later, <LookBackScreen />);
  const picture = await screen.findByRole('img', { name: /You met 3 people/ });
  expect(picture.querySelector('title')?.textContent).toBe(
    'You met 3 people, a name tag each. Chamber mixer: Dana Ruiz, Amir Saleh. Here and there: Priya Venkat. ' +
      'You know something about 1 of them. 1 has heard from you: 1 the next day.',
  );
  await user.click(screen.getByText('As a table'));
  const table = screen.getByRole('table', { name: 'Where you met people in November 2026' });
  const rows = within(table).getAllByRole('row');
  expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
    ['Where', 'Met', 'Known', 'Heard from you'],
    ['Chamber mixer', '2', '1', '1'],
    ['Here and there', '1', '0', '0'],
    ['The whole month', '3', '1', '1'],
  ]);
});

test('months are stepped through, from the first with anybody to this one; an empty one is kind', async () => {
  const app = fakeApp();
  await meetTelling(app, 'Dana Ruiz', 'Chamber mixer');
  const { user } = show(daysLater(app, 40), <LookBackScreen />);
  await screen.findByText('Nobody new in January yet');
  expect(screen.getByRole('button', { name: 'The month after' }).hasAttribute('disabled')).toBe(true);
  await user.click(screen.getByRole('button', { name: 'The month before' }));
  await screen.findByText('Nobody new in December');
  await screen.findByText('Good months are also for the people you know already.');
  await user.click(screen.getByRole('button', { name: 'The month before' }));
  await screen.findByText('You met one person');
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'The month before' }).hasAttribute('disabled')).toBe(true),
  );
});
