// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { liveQuery } from 'dexie';
import { test, vi } from 'vitest';
import { askTodayAhead } from '../../../src/app/screens/today/ask-today-ahead.ts';
import { TodayScreen } from '../../../src/app/screens/today/TodayScreen.tsx';
import { show } from './fake-app.tsx';
import { fullDay } from './full-day.ts';

test('what Today asks is asked before it is opened, every question of it', async () => {
  const app = await fullDay();
  await askTodayAhead(app, async () => undefined);
  // From here on the device's database answers nobody.
  const nothing = liveQuery<never>(() => new Promise(() => undefined));
  vi.spyOn(app.store, 'watch').mockReturnValue(nothing);
  show(app, <TodayScreen />);
  screen.getByRole('heading', { name: 'You met 1 person' });
  screen.getByRole('heading', { name: 'Due to hear from you' });
  screen.getByText('Sam Otter');
  screen.getByRole('list', { name: 'On again soon' });
  await screen.findByRole('heading', { name: 'Met today' });
  screen.getByRole('link', { name: 'Say a few words about Dana Ruiz' });
  screen.getByRole('heading', { name: 'Voice notes' });
  screen.getByRole('heading', { name: 'Still to do' });
  screen.getByRole('heading', { name: 'Do you remember?' });
});
