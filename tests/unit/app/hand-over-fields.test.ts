import { describe, expect, test } from 'vitest';
import { sharedToWords, takeIn } from '../../../src/app/screens/capture/besides/take-in.ts';
import {
  beginHandOver,
  endHandOver,
  isHandedOver,
  thankVisitor,
} from '../../../src/app/screens/capture/ways/hand-over-fields.ts';

describe('the draft while the phone is handed over', () => {
  test('holds all that stood in the tag, and gives it back with what the visitor typed', () => {
    const away = beginHandOver({ name: 'Da', company: 'Bakery', where: 'Mixer' });
    expect(isHandedOver(away)).toBe(true);
    const thanked = thankVisitor({ ...away, name: 'Dana', phone: '231' });
    expect(isHandedOver(thanked)).toBe(true);
    const back = endHandOver(thanked, 'Mixer');
    expect(back).toEqual({ name: 'Dana', phone: '231', company: 'Bakery', where: 'Mixer' });
    expect(isHandedOver(back)).toBe(false);
  });

  test('is empty again when nobody typed anything, but for a place that the agent chose', () => {
    expect(endHandOver(beginHandOver({ where: 'Mixer' }), 'Mixer')).toEqual({});
    expect(endHandOver(beginHandOver({ where: 'Gym' }), 'Mixer')).toEqual({ where: 'Gym' });
    expect(beginHandOver({ where: '' })).not.toHaveProperty('where');
  });
});

describe('what other apps shared', () => {
  test('comes behind what stands there, with the place in sight', () => {
    const fields = { name: 'Dana', line: 'two kids', files: 'a' };
    expect(takeIn(fields, { line: 'https://x.org', files: 'b c' }, 'Mixer')).toEqual({
      name: 'Dana',
      where: 'Mixer',
      line: 'two kids\nhttps://x.org',
      files: 'a b c',
    });
    expect(takeIn({ where: 'Gym' }, { line: 'x' }, 'Mixer')).toEqual({ where: 'Gym', line: 'x' });
  });

  test('leaves the draft as it is when there was nothing to take', () => {
    expect(takeIn({ name: 'Dana' }, { line: '', files: '', leftOut: 'a.pdf' }, 'Mixer')).toEqual({
      name: 'Dana',
    });
  });

  test('is said in words', () => {
    expect(sharedToWords({ line: 'x', files: 'a b' })).toBe(
      'Took in the text and 2 pictures that you shared.',
    );
    expect(sharedToWords({ files: 'a', leftOut: 'b.pdf' })).toBe(
      'Took in the picture that you shared. Left out: b.pdf.',
    );
  });
});
