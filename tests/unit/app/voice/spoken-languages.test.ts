import { expect, test } from 'vitest';
import { listSpokenLanguages } from '../../../../src/app/screens/settings/spoken-languages.ts';

const list = (chosen: string, own: readonly string[], live: readonly string[] = []) =>
  listSpokenLanguages(chosen, { own, live }).map(({ tag, name }) => `${name} ${tag}`);

test('English and Spanish are offered everywhere, beside the browser’s own languages', () => {
  expect(list('', ['de-CH', 'de', 'fr'])).toEqual([
    'English en-US',
    'French fr',
    'German de-CH',
    'Spanish es-US',
  ]);
});

test('each language once, as the browser is set to it before what the device writes along', () => {
  expect(list('', ['en-GB', 'en'], ['en-US', 'es-ES', 'zh-CN', 'zh-TW'])).toEqual([
    'Chinese (China) zh-CN',
    'Chinese (Taiwan) zh-TW',
    'English en-GB',
    'Spanish es-ES',
  ]);
});

test('what was chosen stays to be seen, also where this browser would not offer it', () => {
  expect(list('pt-BR', ['en-US'])).toContain('Portuguese pt-BR');
  expect(list('auto', ['en-US', 'not a tag'])).toEqual(['English en-US', 'Spanish es-US']);
});
