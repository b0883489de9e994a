// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createSignal } from '../../../../src/app/ports/signal.ts';
import { RecordingNow } from '../../../../src/app/screens/voice/RecordingNow.tsx';
import '../../../../src/exchange/details/read-details.ts';
import { fakeApp, show } from '../fake-app.tsx';
import { met } from '../people.ts';

const recording = {
  state: { kind: 'recording' },
  seconds: 3,
  levels: createSignal<readonly number[]>([0, 0.5]),
  live: { said: '', perhaps: '' },
  isFull: false,
  isSilent: false,
  stop: () => undefined,
} as const;

const cues = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

test('a microphone that gives silence is said, and nothing else promises safety', () => {
  const { unmount } = show(
    fakeApp(),
    <RecordingNow title="Dana" person={undefined} recording={{ ...recording, isSilent: true }} />,
  );
  expect(screen.getByRole('alert').textContent).toMatch(/^Nothing is heard/);
  expect(screen.queryByText(/^Every second/)).toBeNull();
  unmount();
  show(fakeApp(), <RecordingNow title="Dana" person={undefined} recording={recording} />);
  screen.getByText(/^Every second/);
});

test('of a long talk the last words are in sight', () => {
  const live = { said: `The first word ${'and more '.repeat(40)}the last word`, perhaps: '' };
  show(fakeApp(), <RecordingNow title="Dana" person={undefined} recording={{ ...recording, live }} />);
  const shown = screen.getByText(/the last word/).textContent;
  expect(shown).toMatch(/^… /);
  expect(shown.length).toBeLessThan(170);
});

test('while somebody speaks, what is still unknown stays in sight, without what they have said', async () => {
  const { person } = met({ name: 'Dana Ruiz' });
  const app = fakeApp();
  const { unmount } = show(app, <RecordingNow title="About Dana" person={person} recording={recording} />);
  expect(cues()).toEqual(expect.arrayContaining(['Kids?', 'Pets?', 'Home?']));
  unmount();
  const live = { said: 'She has two kids', perhaps: 'and a beagle' };
  show(app, <RecordingNow title="About Dana" person={person} recording={{ ...recording, live }} />);
  screen.getByText(/She has two kids/);
  await waitFor(() => expect(cues()).not.toContain('Kids?'));
  expect(cues()).not.toContain('Pets?');
  expect(cues()).toContain('Home?');
});
