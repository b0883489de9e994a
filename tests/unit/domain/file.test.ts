import { expect, test } from 'vitest';
import { bestHeard, rowToFile } from '../../../src/domain/file.ts';
import { rowToStored } from '../../../src/store/stored-row.ts';

const words = { heardLive: 'dos ninos', heardOnDevice: 'Dos niños.', heardByServer: 'The sea news.' };

/** A recording that the phone has written down, and the contact database: by whom, as its stamp says. */
function heardBy(writer: string, values: Record<string, string | null> = words) {
  const [phone, server] = ['000000000001phone12345', `000000000002${writer}`];
  const stamps = Object.fromEntries(
    Object.keys(values).map((field) => [field, field === 'heardByServer' ? server : phone]),
  );
  const row = { id: 'recording', values, stamps };
  // As it came, and as it lies in the device's database.
  return [row, rowToStored(row)].map((one) => bestHeard(rowToFile(one))?.text);
}

test('the contact database hears best where its service was told a language', () => {
  expect(heardBy('writesdown')).toEqual(['The sea news.', 'The sea news.']);
});

test('what it had to guess stands behind what the phone was told', () => {
  expect(heardBy('writesauto')).toEqual(['Dos niños.', 'Dos niños.']);
  const { heardOnDevice: _, ...others } = words;
  expect(heardBy('writesauto', others)).toEqual(['The sea news.', 'The sea news.']);
  expect(heardBy('writesauto', { ...words, heardOnDevice: '' })).toEqual(['The sea news.', 'The sea news.']);
  expect(heardBy('writesauto', { heardByServer: 'The sea news.' })).toEqual([
    'The sea news.',
    'The sea news.',
  ]);
});
