import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/server/config.ts';
import { nameSettings } from '../../../src/server/transcription/transcribe-config.ts';

function read(environment: Record<string, string>) {
  const outcome = readConfig(environment);
  return outcome.kind === 'config' ? outcome.config.transcribe : outcome.sentence;
}

function urlOf(TRANSCRIBE_URL: string) {
  const given = read({ TRANSCRIBE_URL });
  return typeof given === 'object' ? given.url : given;
}

describe('who writes recordings down', () => {
  test('nobody, unless it is set', () => {
    expect(read({})).toBeUndefined();
  });

  test('the whole address counts; what other programs call the base is completed', () => {
    expect(urlOf('http://127.0.0.1:8080/inference')).toBe('http://127.0.0.1:8080/inference');
    for (const base of [
      'https://api.example',
      'https://api.example/',
      'https://api.example/v1',
      'https://api.example/v1/',
    ]) {
      expect(urlOf(base)).toBe('https://api.example/v1/audio/transcriptions');
    }
    expect(urlOf('https://api.example/openai/v1?version=2')).toBe(
      'https://api.example/openai/v1/audio/transcriptions?version=2',
    );
  });

  test('has a model, a quarter of an hour, and one at a time where nothing else is said', () => {
    expect(read({ TRANSCRIBE_URL: 'http://127.0.0.1:8080/inference' })).toEqual({
      ...{ url: 'http://127.0.0.1:8080/inference', key: undefined, model: 'whisper-1', language: undefined },
      ...{ timeoutMs: 900_000, atOnce: 1 },
    });
  });

  test('every mistake is said at once, and the key never', () => {
    const sentences = String(
      read({
        ...{ TRANSCRIBE_URL: 'ftp://a', TRANSCRIBE_KEY: 'two words', TRANSCRIBE_LANGUAGE: 'English' },
        ...{ TRANSCRIBE_MODEL: '', TRANSCRIBE_TIMEOUT: '0', TRANSCRIBE_AT_ONCE: '17' },
      }),
    );
    expect(sentences.split('\n').map((line) => line.split(' ', 1)[0])).toEqual([
      ...['TRANSCRIBE_URL', 'TRANSCRIBE_KEY', 'TRANSCRIBE_MODEL', 'TRANSCRIBE_LANGUAGE'],
      ...['TRANSCRIBE_TIMEOUT', 'TRANSCRIBE_AT_ONCE'],
    ]);
    expect(sentences).not.toContain('two words');
    expect(read({ TRANSCRIBE_URL: 'https://user:secret@api.example' })).toMatch(
      /^TRANSCRIBE_URL .*without a password/,
    );
    expect(read({ TRANSCRIBE_KEY: 'key' })).toMatch(/need a TRANSCRIBE_URL/);
  });

  test('settings that may be answered otherwise have another name; a new key has not', () => {
    const config = { url: 'http://a', key: 'x', model: 'm', language: undefined, timeoutMs: 1, atOnce: 1 };
    expect(nameSettings({ ...config, key: 'y', timeoutMs: 2 })).toBe(nameSettings(config));
    for (const other of [{ url: 'http://b' }, { model: 'n' }, { language: 'es' }]) {
      expect(nameSettings({ ...config, ...other })).not.toBe(nameSettings(config));
    }
  });
});
