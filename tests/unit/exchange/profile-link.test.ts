import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readProfileLink } from '../../../src/exchange/profile-link.ts';

test.each([
  [
    'https://www.instagram.com/dana.bakes?igsh=MzRlODBiNWFlZA==&utm_source=qr',
    'Instagram',
    'https://www.instagram.com/dana.bakes',
  ],
  ['http://instagram.com/_u/dana.bakes', 'Instagram', 'https://www.instagram.com/dana.bakes'],
  ['instagram://user?username=dana.bakes', 'Instagram', 'https://www.instagram.com/dana.bakes'],
  ['ig dana.bakes', 'Instagram', 'https://www.instagram.com/dana.bakes'],
  [
    'https://www.linkedin.com/in/dana-ruiz-5b1/?trk=qr_code',
    'LinkedIn',
    'https://www.linkedin.com/in/dana-ruiz-5b1',
  ],
  ['https://de.linkedin.com/in/dana-ruiz', 'LinkedIn', 'https://www.linkedin.com/in/dana-ruiz'],
  ['linkedin://in/dana-ruiz', 'LinkedIn', 'https://www.linkedin.com/in/dana-ruiz'],
  ['https://linkedin.com/company/ruiz-bakery', 'LinkedIn', 'https://www.linkedin.com/company/ruiz-bakery'],
  ['https://lnkd.in/eXaMpLe', 'LinkedIn', 'https://lnkd.in/eXaMpLe'],
  ['https://m.facebook.com/dana.ruiz?mibextid=ZbWKwL', 'Facebook', 'https://www.facebook.com/dana.ruiz'],
  [
    'https://www.facebook.com/profile.php?id=1000123&sk=about',
    'Facebook',
    'https://www.facebook.com/profile.php?id=1000123',
  ],
  [
    'https://www.facebook.com/people/Dana-Ruiz/1000123/',
    'Facebook',
    'https://www.facebook.com/people/Dana-Ruiz/1000123',
  ],
  ['https://www.facebook.com/share/1AbCdEf/', 'Facebook', 'https://www.facebook.com/share/1AbCdEf'],
  ['fb://profile/1000123', 'Facebook', 'https://www.facebook.com/profile.php?id=1000123'],
  ['https://twitter.com/danaruiz?s=20', 'X', 'https://x.com/danaruiz'],
  ['https://twitter.com/intent/follow?screen_name=danaruiz', 'X', 'https://x.com/danaruiz'],
  ['https://www.tiktok.com/@dana.bakes?_t=8x&_r=1', 'TikTok', 'https://www.tiktok.com/@dana.bakes'],
  ['https://vm.tiktok.com/ZMexample/', 'TikTok', 'https://vm.tiktok.com/ZMexample'],
  ['https://youtube.com/@danabakes?si=x', 'YouTube', 'https://www.youtube.com/@danabakes'],
  ['https://www.youtube.com/channel/UCexample', 'YouTube', 'https://www.youtube.com/channel/UCexample'],
  ['https://nextdoor.com/profile/01abcDEF/?share=1', 'Nextdoor', 'https://nextdoor.com/profile/01abcDEF'],
  [
    'https://nextdoor.com/pages/ruiz-bakery-springfield/',
    'Nextdoor',
    'https://nextdoor.com/pages/ruiz-bakery-springfield',
  ],
  ['https://www.snapchat.com/add/dana?share_id=1', 'Snapchat', 'https://www.snapchat.com/add/dana'],
  ['https://wa.me/12133734253?text=Hi', 'WhatsApp', 'https://wa.me/12133734253'],
  ['https://wa.me/qr/ABCDEF', 'WhatsApp', 'https://wa.me/qr/ABCDEF'],
  ['https://api.whatsapp.com/send?phone=12133734253&text=Hi', 'WhatsApp', 'https://wa.me/12133734253'],
  ['https://t.me/danaruiz', 'Telegram', 'https://t.me/danaruiz'],
  ['tg://resolve?domain=danaruiz', 'Telegram', 'https://t.me/danaruiz'],
])('%s is a page to follow on %s', (typed, network, url) => {
  expect(readProfileLink(typed)).toEqual({ network, url });
});

test.each([
  'https://www.instagram.com/p/Cexample/',
  'https://www.instagram.com/reel/Cexample/',
  'https://www.instagram.com/',
  'https://www.facebook.com/groups/springfield',
  'https://www.facebook.com/profile.php',
  'https://www.facebook.com/sharer.php?u=x',
  'https://x.com/home',
  'https://x.com/dana/status/1',
  'https://www.youtube.com/watch?v=abc',
  'https://www.linkedin.com/posts/dana',
  'https://www.tiktok.com/@dana/video/1',
  'https://nextdoor.com/p/abc',
  'nextdoor dana',
  'https://example.com/dana',
  'javascript:alert(1)',
  'Dana Ruiz',
  '',
])('%s is no page of a person', (typed) => {
  expect(readProfileLink(typed)).toBeUndefined();
});

test('whatever is read, the page is https on a host of a network', () => {
  const piece = fc.constantFrom(
    'https://',
    'x.com',
    '/',
    '@',
    'dana',
    '?',
    'screen_name=',
    'intent/user',
    '$1',
    '%00',
    'fb://profile/',
    ' ',
    '9',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece).map((pieces) => pieces.join('')),
        fc.webUrl(),
      ),
      (typed) => {
        const url = readProfileLink(typed)?.url;
        if (url !== undefined) expect(url).toMatch(/^https:\/\/[a-z0-9.-]+\/\S+$/);
      },
    ),
    { numRuns: 1_000 },
  );
});
