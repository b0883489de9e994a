import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxLineLength } from '../../../src/domain/limits.ts';
import { findFieldProblems } from '../../../src/domain/tables.ts';
import { readHandle } from '../../../src/exchange/handle.ts';

describe('a link', () => {
  test.each([
    ['instagram.com/dana', 'Instagram', 'https://instagram.com/dana'],
    ['https://www.instagram.com/dana/?hl=en#top', 'Instagram', 'https://www.instagram.com/dana/?hl=en#top'],
    ['http://instagram.com/dana', 'Instagram', 'https://instagram.com/dana'],
    ['HTTPS://WWW.LinkedIn.com/in/Dana-Lee', 'LinkedIn', 'https://www.linkedin.com/in/Dana-Lee'],
    ['m.facebook.com/dana', 'Facebook', 'https://m.facebook.com/dana'],
    ['fb.me/dana', 'Facebook', 'https://fb.me/dana'],
    ['tiktok.com/@dana', 'TikTok', 'https://tiktok.com/@dana'],
    ['twitter.com/dana', 'X', 'https://twitter.com/dana'],
    ['x.com/dana', 'X', 'https://x.com/dana'],
    ['threads.net/@dana', 'Threads', 'https://threads.net/@dana'],
    ['youtu.be/dana', 'YouTube', 'https://youtu.be/dana'],
    ['snapchat.com/add/dana', 'Snapchat', 'https://snapchat.com/add/dana'],
    ['wa.me/12127365000', 'WhatsApp', 'https://wa.me/12127365000'],
    ['  t.me/dana ', 'Telegram', 'https://t.me/dana'],
    ['nextdoor.com/profile/01abc', 'Nextdoor', 'https://nextdoor.com/profile/01abc'],
  ])('%s is at %s', (typed, network, url) => {
    expect(readHandle(typed)).toEqual({ network, url });
  });

  test('to a page of no network we know is a link all the same', () => {
    expect(readHandle('danas-bakery.example/about?x=1')).toEqual({
      url: 'https://danas-bakery.example/about?x=1',
    });
  });

  test('is of a network only when the host is the network itself', () => {
    for (const typed of ['netflix.com', 'x.com.example.org', 'notinstagram.com', 'evilfacebook.com/dana']) {
      expect(readHandle(typed).network).toBeUndefined();
    }
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript://x.com/%0aalert(1)',
    'ig: javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x.com',
    'file:///etc/passwd',
    'ftp://x.com/dana',
    '//x.com/dana',
    'https://user:password@x.com/dana',
    'instagram.com@example.org',
    'x.com\\@example.org',
    'http://localhost',
    'https://x.com/a b',
    'x.com:8080/dana',
  ])('%s is none', (typed) => {
    expect(readHandle(typed)).toEqual({});
  });
});

describe('a network and a handle', () => {
  test.each([
    ['ig dana', 'Instagram', 'https://www.instagram.com/dana'],
    ['IG: @dana', 'Instagram', 'https://www.instagram.com/dana'],
    ['insta   @dana.lee', 'Instagram', 'https://www.instagram.com/dana.lee'],
    ['instagram/dana', 'Instagram', 'https://www.instagram.com/dana'],
    ['li dana-lee', 'LinkedIn', 'https://www.linkedin.com/in/dana-lee'],
    ['fb dana', 'Facebook', 'https://www.facebook.com/dana'],
    ['tt @dana_l', 'TikTok', 'https://www.tiktok.com/@dana_l'],
    ['x dana', 'X', 'https://x.com/dana'],
    ['yt dana', 'YouTube', 'https://www.youtube.com/@dana'],
    ['threads @dana', 'Threads', 'https://www.threads.net/@dana'],
    ['snap dana', 'Snapchat', 'https://www.snapchat.com/add/dana'],
    ['whatsapp 12127365000', 'WhatsApp', 'https://wa.me/12127365000'],
    ['telegram dana', 'Telegram', 'https://t.me/dana'],
  ])('%s is at %s', (typed, network, url) => {
    expect(readHandle(typed)).toEqual({ network, url });
  });

  test('on Nextdoor names the network alone: no handle leads to a page there', () => {
    expect(readHandle('nextdoor dana')).toEqual({ network: 'Nextdoor' });
  });

  test.each([
    '',
    ' ',
    '@dana',
    'dana',
    'ig',
    'ig dana lee',
    'myspace dana',
    'dana@example.com',
    'dana.smith',
    'ig 李娜',
    '李娜',
  ])('%j says neither network nor page', (typed) => {
    expect(readHandle(typed)).toEqual({});
  });
});

describe('whatever is typed', () => {
  const words = [
    'ig',
    'javascript:',
    'https://',
    'x.com',
    '@',
    '/',
    '.',
    ' ',
    'dana',
    '李娜',
    '\ud83d',
    '%',
    '?',
  ];
  const anyTyping = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl(),
    fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((parts) => parts.join('')),
  );

  test('never throws, and a page is always https', () => {
    void fc.assert(
      fc.property(anyTyping, (typed) => {
        const { url } = readHandle(typed);
        if (url === undefined) return;
        expect(url).toMatch(/^https:\/\/[a-z0-9.-]+([/?#]\S*)?$/);
      }),
      { numRuns: 1_000 },
    );
  });

  test('can be stored when the typed text itself can', () => {
    const longest = (start: string) => start + 'd'.repeat(maxLineLength - start.length);
    for (const typed of [
      longest('x.com/'),
      longest('ig '),
      longest('http://x.com/'),
      longest('https://x.com/'),
    ]) {
      const value = { typed, ...readHandle(typed) };
      expect(findFieldProblems('person', { 'handle/aaaaaaaa': value })).toEqual([]);
      expect(value.network).toBeDefined();
    }
  });
});
