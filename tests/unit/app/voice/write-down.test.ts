import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeDown } from '../../../../src/app/boot/voice/write-down.ts';
import type { OnDeviceSpeech } from '../../../../src/app/ports/speech.ts';
import { createHasher } from '../../../../src/device/create-hasher.ts';
import { recordingActions } from '../../../../src/store/actions/recordings.ts';
import { recordingQueries } from '../../../../src/store/queries/recordings.ts';
import { capture, captureDraft, openStore } from '../../store/open-store.ts';

beforeEach(() => {
  const locks = { request: (_name: string, _options: unknown, run: (lock: object) => unknown) => run({}) };
  vi.stubGlobal('navigator', { language: 'nb-NO', locks });
});
afterEach(() => vi.unstubAllGlobals());

/** A device that holds a voice note of a second. */
async function openWithNote() {
  const { store, context, db } = openStore();
  const personId = await store.savePerson(capture(), captureDraft);
  const actions = recordingActions(context);
  const record = async (lock: string) => {
    const { id } = await actions.startRecording({ personId, noteId: null, lock });
    await actions.addPiece(id, new Uint8Array([1]), { type: 'audio/webm', seconds: 1, heard: null });
    return id;
  };
  const id = await record('');
  await actions.keepRecording(id, createHasher());
  return { context, db, actions, record, id };
}

/** Writes with a model that does what the test says. */
function writeWith(
  { context }: Awaited<ReturnType<typeof openWithNote>>,
  write: OnDeviceSpeech['write'],
  more: { readonly askedId?: string; readonly signal?: AbortSignal } = {},
) {
  const speech: Pick<OnDeviceSpeech, 'isHere' | 'write' | 'close'> = {
    isHere: async () => true,
    write,
    close: () => undefined,
  };
  const { signal } = new AbortController();
  const loadSpeech = async () => speech as OnDeviceSpeech;
  return writeDown({ context, loadSpeech, onWriting: () => undefined, signal, ...more });
}

const written = async () => ({ kind: 'written', text: 'two kids' }) as const;

test('what ended the app twice while it was written down waits until somebody asks; once is nothing', async () => {
  const open = await openWithNote();
  const started = vi.fn(() => new Promise<never>(() => undefined));
  void writeWith(open, started);
  await vi.waitFor(() => expect(started).toHaveBeenCalledTimes(1));
  expect(await recordingQueries(open.context).listBrokenOff()).toEqual([]);
  void writeWith(open, started);
  await vi.waitFor(() => expect(started).toHaveBeenCalledTimes(2));
  expect(await recordingQueries(open.context).listBrokenOff()).toEqual([open.id]);
  const again = vi.fn(written);
  expect(await writeWith(open, again)).toBe(0);
  expect(again).not.toHaveBeenCalled();
  expect(await writeWith(open, again, { askedId: open.id })).toBe(1);
  expect(await recordingQueries(open.context).listBrokenOff()).toEqual([]);
});

test('nothing is written down while something records, and what is begun then ends', async () => {
  const open = await openWithNote();
  const write = vi.fn(written);
  const running = await open.record('recording/1');
  expect(await writeWith(open, write)).toBe(0);
  await open.actions.stopRecording(running, null);
  const recording = new AbortController();
  const isCancelled = vi.fn();
  const cancelled = writeWith(
    open,
    async (_recording, { signal }) => {
      recording.abort();
      isCancelled(signal?.aborted);
      return { kind: 'cancelled' };
    },
    { signal: recording.signal },
  );
  expect(await cancelled).toBe(0);
  expect([isCancelled.mock.calls, write.mock.calls.length]).toEqual([[[true]], 0]);
  expect(await writeWith(open, write)).toBe(1);
});

/** In which language each of as many recordings was asked for. */
async function askedLanguages(chosen: string | undefined): Promise<(string | undefined)[]> {
  const open = await openWithNote();
  await open.actions.setSpokenLanguage(chosen);
  const asked: (string | undefined)[] = [];
  const write: OnDeviceSpeech['write'] = async (_recording, { language }) => {
    asked.push(language);
    return { kind: 'written', text: 'two kids' };
  };
  expect(await writeWith(open, write)).toBe(1);
  return asked;
}

test.each([
  ['as the agent chose', 'es-MX', 'es'],
  ['as it is heard', 'auto', undefined],
  ['in the browser’s own language, by the name that Whisper has for it', undefined, 'no'],
  ['as it is heard where what is stored is no language', '?', undefined],
])('a recording is written down %s', async (_how, chosen, language) => {
  expect(await askedLanguages(chosen)).toEqual([language]);
});
