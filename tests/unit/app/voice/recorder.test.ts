import { afterEach, expect, test, vi } from 'vitest';
import { createRecorder } from '../../../../src/app/boot/voice/recorder.ts';
import { openStore } from '../../store/open-store.ts';
import { fakeApp } from '../fake-app.tsx';

afterEach(() => vi.unstubAllGlobals());

test('who leaves while the microphone is asked for gets none, and nothing is left of it', async () => {
  const stop = vi.fn();
  const left = new AbortController();
  const getUserMedia = async () => {
    left.abort();
    return { getTracks: () => [{ stop }] };
  };
  vi.stubGlobal('navigator', { language: 'en-US', mediaDevices: { getUserMedia } });
  vi.stubGlobal('MediaRecorder', class {});
  const { context, db } = openStore();
  const nothing = () => undefined;
  const events = {
    ...{ onLevel: nothing, onLive: nothing, onSafe: nothing },
    ...{ onFull: nothing, onSilent: nothing, onEnded: nothing },
  };
  const recorder = createRecorder(fakeApp(), context);
  expect(await recorder.start({ personId: null, noteId: null }, events, left.signal)).toBeUndefined();
  expect([stop.mock.calls.length, await db.recording.count()]).toEqual([1, 0]);
});
