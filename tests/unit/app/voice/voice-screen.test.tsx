// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Recorder } from '../../../../src/app/ports/recorder.ts';
import { VoiceScreen } from '../../../../src/app/screens/voice/VoiceScreen.tsx';
import { capture, captureDraft } from '../../store/open-store.ts';
import { fakeApp, quiet, show } from '../fake-app.tsx';

async function recordAboutDana() {
  const stop = vi.fn(async () => ({ id: 'recording', noteId: 'note', seconds: 1, kept: 'gone' as const }));
  const recorder: Recorder = {
    start: async () => ({ stop, flush: () => undefined }),
    keep: async () => 'kept',
    keepLeftOver: async () => [],
    writeDown: async () => 0,
    readLanguages: async () => ({ own: [], live: [] }),
    sweep: async () => 0,
  };
  const app = fakeApp({ loadRecorder: async () => recorder });
  const personId = await app.store.savePerson(capture(), captureDraft);
  return { app, personId, stop };
}

test('a deletion that arrives while somebody speaks ends no recording, and is said at its end', async () => {
  const { app, personId, stop } = await recordAboutDana();
  const { user } = show(app, <VoiceScreen personId={personId} onDone={() => undefined} />);
  const button = await screen.findByRole('button', { name: 'Stop and keep' });
  await quiet();
  await app.store.deletePerson(personId);
  await quiet();
  expect(stop).not.toHaveBeenCalled();
  await user.click(button);
  expect(await screen.findByText(/^Dana was deleted meanwhile/)).toBeTruthy();
  expect(stop).toHaveBeenCalledTimes(1);
});

test('about somebody who was deleted before, nothing is recorded', async () => {
  const { app, personId } = await recordAboutDana();
  await app.store.deletePerson(personId);
  show(app, <VoiceScreen personId={personId} onDone={() => undefined} />);
  await screen.findByText('This person is not on this phone.');
});
