import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeDown } from '../../../../src/app/boot/voice/write-down.ts';
import type { OnDeviceSpeech } from '../../../../src/app/ports/speech.ts';
import { createHasher } from '../../../../src/device/create-hasher.ts';
import { recordingActions } from '../../../../src/store/actions/recordings.ts';
import { capture, captureDraft, openStore } from '../../store/open-store.ts';

beforeEach(() => {
  const locks = { request: (_name: string, _options: unknown, run: (lock: object) => unknown) => run({}) };
  vi.stubGlobal('navigator', { language: 'nb-NO', locks });
});
afterEach(() => vi.unstubAllGlobals());

/** In which language each of as many recordings was asked for. */
async function askedLanguages(chosen: string | undefined): Promise<(string | undefined)[]> {
  const { store, context } = openStore();
  const personId = await store.savePerson(capture(), captureDraft);
  const actions = recordingActions(context);
  const { id } = await actions.startRecording({ personId, noteId: null, lock: '' });
  await actions.addPiece(id, new Uint8Array([1]), { type: 'audio/webm', seconds: 1, heard: null });
  await actions.keepRecording(id, createHasher());
  await actions.setSpokenLanguage(chosen);
  const asked: (string | undefined)[] = [];
  const speech: Pick<OnDeviceSpeech, 'isHere' | 'write' | 'close'> = {
    isHere: async () => true,
    async write(_recording, { language }) {
      asked.push(language);
      return { kind: 'written', text: 'two kids' };
    },
    close: () => undefined,
  };
  const loadSpeech = async () => speech as OnDeviceSpeech;
  expect(await writeDown({ context, loadSpeech, onWriting: () => undefined })).toBe(1);
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
