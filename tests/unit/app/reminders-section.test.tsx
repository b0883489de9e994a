// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { RemindersSection } from '../../../src/app/screens/settings/RemindersSection.tsx';
import { preferenceActions } from '../../../src/store/actions/preferences.ts';
import { agendaQueries } from '../../../src/store/queries/agenda.ts';
import { fakeApp, quiet, show } from './fake-app.tsx';

test('a time is saved when its field is left, and none that is passed on the way', async () => {
  const app = fakeApp();
  const { setPreference } = app.part(preferenceActions);
  await setPreference({ evening: '20:00', zone: 'America/New_York' });
  show(app, <RemindersSection />);
  const field = await screen.findByLabelText<HTMLInputElement>('Time in the evening');
  const readEvening = async () => (await app.part(agendaQueries).readPreference()).evening;
  const type = (value: string) => fireEvent.change(field, { target: { value } });
  for (const passed of ['02:00', '02:01', '21:01']) type(passed);
  await quiet();
  expect(await readEvening()).toBe('20:00');
  type('21:15');
  fireEvent.blur(field);
  await waitFor(async () => expect(await readEvening()).toBe('21:15'));
  await waitFor(() => expect(field.value).toBe('21:15'));
  // Cleared, it stays as it was.
  type('');
  fireEvent.blur(field);
  await quiet();
  expect(await readEvening()).toBe('21:15');
  expect(field.value).toBe('21:15');
});

test('whose clock counts is said while no reminder is on, too', async () => {
  const app = fakeApp();
  const { setPreference } = app.part(preferenceActions);
  const { user } = show(app, <RemindersSection />);
  await screen.findByText('By the clock in New York');
  expect(screen.queryByRole('button', { name: 'Use the clock here' })).toBeNull();
  await setPreference({ zone: 'America/Los_Angeles' });
  await screen.findByText('By the clock in Los Angeles');
  await screen.findByText('This phone is in New York.');
  await user.click(screen.getByRole('button', { name: 'Use the clock here' }));
  await screen.findByText('By the clock in New York');
});
