// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Kept, Recorder, RecorderEvents, StoppedRecording } from '../../../../src/app/ports/recorder.ts';
import { Levels } from '../../../../src/app/ui/voice/Levels.tsx';
import { useRecording } from '../../../../src/app/ui/voice/use-recording.ts';
import { fakeApp, gate, quiet, show } from '../fake-app.tsx';

/** A recorder whose microphone is the test. */
function fakeRecorder(stopped: StoppedRecording) {
  let events: RecorderEvents | undefined;
  const recorder: Recorder = {
    async start(_options, given) {
      events = given;
      return { stop: async () => stopped, flush: () => undefined };
    },
    keep: async () => 'kept',
    keepLeftOver: async () => [],
    writeDown: async () => 0,
    readLanguages: async () => ({ own: [], live: [] }),
    sweep: async () => 0,
  };
  return { recorder, hear: (level: number) => events?.onLevel(level) };
}

const part = { id: 'recording', noteId: 'note', seconds: 1 };

function Recording({ onDraw }: { readonly onDraw: () => void }) {
  const { state, levels, stop } = useRecording({ personId: 'dana', noteId: null });
  onDraw();
  return (
    <main>
      <Levels levels={levels} />
      <button type="button" onClick={stop}>
        Stop
      </button>
      <p role="status">{state.kind}</p>
    </main>
  );
}

async function showRecording(stopped: StoppedRecording) {
  const { recorder, hear } = fakeRecorder(stopped);
  const saved: string[] = [];
  const saveFile = (name: string) => void saved.push(name);
  const app = fakeApp({ loadRecorder: async () => recorder, saveFile });
  let drawn = 0;
  const onDraw = () => {
    drawn += 1;
  };
  const shown = show(app, <Recording onDraw={onDraw} />);
  await quiet();
  return { ...shown, app, saved, hear, count: () => drawn };
}

const status = () => screen.getByRole('status').textContent;
const highest = () => document.querySelector('rect:last-child')?.getAttribute('height');

test('how loud it is draws nothing anew but the bars', async () => {
  const { hear, count } = await showRecording({ ...part, kept: 'kept' });
  expect(status()).toBe('recording');
  const before = [count(), highest()];
  for (let tick = 1; tick <= 20; tick += 1) act(() => hear(tick / 20));
  expect([count(), highest()]).toEqual([before[0], '38']);
  expect(highest()).not.toBe(before[1]);
});

test('what found no room is said, and is a voice note once there is some', async () => {
  const { opened, open } = gate<Kept>();
  const unkept = new Blob(['all of it'], { type: 'audio/webm' });
  const { user, saved } = await showRecording({ ...part, unkept, whenKept: opened });
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(status()).toBe('unkept');
  open('kept');
  await quiet();
  expect([status(), saved]).toEqual(['safe', []]);
});

test('who left meanwhile has it as a file, and hears when it was kept after all', async () => {
  const { opened, open } = gate<Kept>();
  const unkept = new Blob(['all of it'], { type: 'audio/webm' });
  const { unmount, saved, app } = await showRecording({ ...part, unkept, whenKept: opened });
  unmount();
  await quiet();
  expect([saved, app.toast.get()]).toEqual([['voice-note.webm'], undefined]);
  open('kept');
  await quiet();
  expect(app.toast.get()?.words).toBe('There is room again: all of your voice note is on this phone.');
});

test('who goes back before the recorder has come is asked for no microphone', async () => {
  const { recorder } = fakeRecorder({ ...part, kept: 'kept' });
  const start = vi.spyOn(recorder, 'start');
  const { opened, open } = gate<Recorder>();
  const app = fakeApp({ loadRecorder: () => opened });
  const { unmount } = show(app, <Recording onDraw={() => undefined} />);
  unmount();
  open(recorder);
  await quiet();
  expect(start).not.toHaveBeenCalled();
});

test('who goes back while the microphone is asked for has made no recording', async () => {
  const { recorder } = fakeRecorder({ ...part, kept: 'kept' });
  const start = vi.spyOn(recorder, 'start');
  const app = fakeApp({ loadRecorder: async () => recorder });
  const { unmount } = show(app, <Recording onDraw={() => undefined} />);
  await quiet();
  const signal = start.mock.calls[0]?.[2];
  expect(signal?.aborted).toBe(false);
  unmount();
  expect(signal?.aborted).toBe(true);
});
