import { expect, test } from 'vitest';
import { withPicture } from '../../../src/app/screens/capture/ways/card/keep-picture.ts';

test('a picture comes behind those that are there, and all that was typed stays', () => {
  expect(withPicture({ name: 'Dana', files: 'one' }, 'two')).toEqual({ name: 'Dana', files: 'one two' });
  expect(withPicture({}, 'one')).toEqual({ files: 'one' });
});

test('one that was turned takes the place of the one before', () => {
  expect(withPicture({ files: 'one two' }, 'three', 'one')).toEqual({ files: 'two three' });
});
