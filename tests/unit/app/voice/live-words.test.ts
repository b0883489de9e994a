import { afterEach, describe, expect, test } from 'vitest';
import { listenAlong } from '../../../../src/app/boot/voice/live-words.ts';
import { listLocalLanguages } from '../../../../src/app/boot/voice/local-recognition.ts';
import type { LiveWords } from '../../../../src/app/ports/recorder.ts';

class FakeRecognition extends EventTarget {
  static made: FakeRecognition[] = [];
  static answer = 'available';
  /** Those that it is available in; all of them where nobody says. */
  static known: readonly string[] | undefined;
  static asked: unknown[] = [];
  static available = async (options: { readonly langs: readonly string[] }) => {
    FakeRecognition.asked.push(options);
    const isKnown = FakeRecognition.known?.includes(options.langs[0] ?? '') ?? true;
    return isKnown ? FakeRecognition.answer : 'unavailable';
  };
  lang = '';
  processLocally = false;
  isRunning = false;
  constructor() {
    super();
    FakeRecognition.made.push(this);
  }
  start() {
    this.isRunning = true;
  }
  stop() {
    this.isRunning = false;
    this.dispatchEvent(new Event('end'));
  }
  hear(results: readonly { readonly isFinal: boolean; readonly text: string }[]) {
    const list = results.map(({ isFinal, text }) => Object.assign([{ transcript: text }], { isFinal }));
    this.dispatchEvent(Object.assign(new Event('result'), { results: list }));
  }
}

const microphone = { getAudioTracks: () => [] };
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

function listen(language = 'en-US') {
  const heard: LiveWords[] = [];
  const along = listenAlong(language, microphone, (words) => heard.push(words));
  return { along, heard };
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'SpeechRecognition');
  FakeRecognition.made = [];
  FakeRecognition.asked = [];
  FakeRecognition.answer = 'available';
  FakeRecognition.known = undefined;
});

describe('listenAlong', () => {
  test('tells what is said and what may change, and keeps both at the end', async () => {
    Reflect.set(globalThis, 'SpeechRecognition', FakeRecognition);
    const { along, heard } = listen();
    await settle();
    const [recognition] = FakeRecognition.made;
    expect(recognition).toMatchObject({ lang: 'en-US', processLocally: true, isRunning: true });
    recognition?.hear([
      { isFinal: true, text: 'runs a bakery' },
      { isFinal: false, text: ' two kids' },
    ]);
    expect(heard).toEqual([{ said: 'runs a bakery', perhaps: 'two kids' }]);
    expect(await along.stop()).toBe('runs a bakery two kids');
    expect(recognition?.isRunning).toBe(false);
  });

  test.each(['downloadable', 'downloading', 'unavailable'])(
    'one that is %s on the device is not started: it would send the voice away, or is not there',
    async (answer) => {
      Reflect.set(globalThis, 'SpeechRecognition', FakeRecognition);
      FakeRecognition.answer = answer;
      const { along } = listen();
      await settle();
      expect(FakeRecognition.asked).toEqual(
        ['en-US', 'en-GB'].map((tag) => ({ langs: [tag], processLocally: true })),
      );
      expect(FakeRecognition.made).toEqual([]);
      expect(await along.stop()).toBeNull();
    },
  );

  test('one that cannot say whether it listens on the device is not asked', async () => {
    Reflect.set(globalThis, 'SpeechRecognition', class extends EventTarget {});
    Reflect.set(globalThis, 'webkitSpeechRecognition', FakeRecognition);
    const { along } = listen();
    await settle();
    expect(FakeRecognition.made).toEqual([]);
    expect(await along.stop()).toBeNull();
    Reflect.deleteProperty(globalThis, 'webkitSpeechRecognition');
  });

  test('listens in the language chosen, or as it is spoken elsewhere where the device knows that alone', async () => {
    Reflect.set(globalThis, 'SpeechRecognition', FakeRecognition);
    FakeRecognition.known = ['en-US', 'es-ES'];
    listen('es-MX');
    await settle();
    expect(FakeRecognition.made.map(({ lang }) => lang)).toEqual(['es-ES']);
    expect(await listLocalLanguages()).toEqual(['en-US', 'es-ES']);
  });

  test('one that hears nothing, and results of another shape, are no error', async () => {
    Reflect.set(globalThis, 'SpeechRecognition', FakeRecognition);
    const { along, heard } = listen();
    await settle();
    FakeRecognition.made[0]?.dispatchEvent(new Event('result'));
    expect(heard).toEqual([{ said: '', perhaps: '' }]);
    expect(await along.stop()).toBeNull();
  });
});
