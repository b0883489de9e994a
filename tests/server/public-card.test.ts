import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../src/domain/json.ts';
import { tombstoneOf } from '../../src/domain/tombstone.ts';
import { cardFilePath, cardPath, cardSentPath, pathOfCard } from '../../src/protocol/card-page.ts';
import { wireToRow } from '../../src/protocol/wire-row.ts';
import { idOf } from '../contract/storage-fixture.ts';
import { joinAsGuest, postSync } from './harness/built-server.ts';
import {
  ann,
  buildCardServer,
  type CardServer,
  cardEdit,
  readPage,
  token,
  visitorForm,
} from './harness/public-card.ts';

let on: CardServer;
beforeEach(async () => {
  on = await buildCardServer();
});
afterEach(() => on.server.close());

describe('the page of a card', () => {
  it('shows what may leave of the card, each value as text, and links to nothing that runs', async () => {
    const answer = await on.get();
    expect(answer.statusCode).toBe(200);
    const page = readPage(answer.body);
    expect(page.textsOf('h1')).toEqual(['Ann <script>alert(1)</script> Agent']);
    expect(page.textsOf('.mine .band')).toEqual(['Hello, my name isPeacock & Sons "Real" Estate']);
    expect(page.textsOf('.title')).toEqual(["Buyer's agent"]);
    expect(page.textsOf('li')).toEqual([
      'Phone, work(231) 555-0100',
      'Phoneask at the desk',
      'Emailann@example.com',
      'Instagram@ann',
      'Linkrun me',
      'Linkread me',
      'Address12 Mill Street, Clare',
    ]);
    expect(page.linksOf('a')).toEqual([
      'tel:+12315550100',
      'mailto:ann@example.com',
      'https://www.instagram.com/ann?a=1&b=%222%22',
      `/c/${token}/card.vcf`,
    ]);
    expect(page.document.querySelectorAll('script, [onclick], [style], img, iframe')).toHaveLength(0);
    expect(page.textsOf('h2')).toEqual(['Send Ann your details']);
    expect(answer.body).not.toContain('Only for me');
  });

  it('asks nobody to keep or find it, loads nothing, and runs nothing', async () => {
    const { headers, body } = await on.get();
    const page = readPage(body);
    expect(page.document.title).toBe(`${ann['name']}, ${ann['company']}`);
    expect(page.document.querySelector('meta[name=robots]')?.getAttribute('content')).toContain('noindex');
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers['set-cookie']).toBeUndefined();
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(policy).not.toContain('unsafe');
    expect(body).not.toMatch(/(src=|@import|url\()/);
    expect(page.linksOf('link')).toEqual([expect.stringMatching(/^data:image\/svg\+xml,/)]);
  });

  it('is small, with everything that it needs, also when the card is long', async () => {
    const many = (field: string, value: (n: number) => Json) =>
      Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`${field}/aaaaaaa${n}`, value(n)]));
    const long = {
      name: 'Maximiliana Konstantinopoulou-Featherstonehaugh of the Upper Peninsula',
      company: 'The Very Long Established Family Company of Featherstonehaugh, Konstantinopoulou & Daughters',
      title: 'Senior associate broker for lakeside homes, cottages and vacant land',
      ...many('phone', (n) => ({ typed: `(231) 555-010${n}`, e164: `+1231555010${n}`, label: 'mobile' })),
      ...many('email', (n) => ({
        typed: `maximiliana.konstantinopoulou.${n}@featherstonehaugh.example.com`,
      })),
      ...many('handle', (n) => ({
        typed: `@maxi${n}`,
        network: 'Instagram',
        url: `https://www.instagram.com/maxi${n}`,
      })),
      ...many('address', (n) => ({ typed: `${n} Mill Street, Clare, MI 48617, United States of America` })),
    };
    await on.sync([cardEdit(1, 2, long)]);
    const plain = await on.get();
    expect(plain.rawPayload.length).toBeLessThan(20_000);
    const packed = await on.get(undefined, { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.rawPayload.length).toBeLessThan(6_000);
  });

  it('is gone with its token, with the card, and for tokens that nobody gave', async () => {
    const expectGone = async (url: string) => {
      const answer = await on.get(url);
      expect(answer.statusCode).toBe(404);
      expect(readPage(answer.body).textsOf('h1')).toEqual(['There is no card here']);
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    };
    for (const odd of [`${token}x`, 'a', '%00', "'--", '..%2f', 'x'.repeat(1_900), '__proto__', '%c0%af']) {
      const answer = await on.get(`/c/${odd}`);
      expect([400, 404], `${odd}: ${answer.body}`).toContain(answer.statusCode);
    }
    await on.sync([cardEdit(1, 2, { token: null })]);
    for (const path of [cardPath, cardFilePath, cardSentPath] as const)
      await expectGone(pathOfCard(path, token));
    expect((await on.post()).statusCode).toBe(404);
    await on.sync([cardEdit(1, 3, { token })]);
    expect((await on.get()).statusCode).toBe(200);
    const [row] = (await on.sync()).rows.map(wireToRow);
    await on.sync([cardEdit(1, 4, { deleted: tombstoneOf(row?.stamps ?? {}) })]);
    await expectGone(pathOfCard(cardPath, token));
  });

  it('of another account takes what is sent to it, and nobody gets a page by saying another’s token', async () => {
    const guest = await joinAsGuest(on.server);
    const theirs = 'bobscardbobscardbobsca';
    const edits = [
      cardEdit(1, 1, { name: 'Bob', token: theirs }),
      cardEdit(2, 1, { name: 'Not Ann', token }),
    ];
    await on.server.app.inject(postSync(guest.cookie, edits, { account: guest.accountId }));
    expect(readPage((await on.get(pathOfCard(cardPath, theirs))).body).textsOf('h1')).toEqual(['Bob']);
    expect(readPage((await on.get()).body).textsOf('h1')).toEqual([ann['name']]);
    await on.postBody(visitorForm(theirs).body, {}, theirs);
    expect(await on.visitors()).toEqual([]);
    const rows = await on.server.db.selectFrom('row').selectAll().where('table', '=', 'visitor').execute();
    expect(rows.map(({ account_id }) => account_id)).toEqual([guest.accountId]);
  });

  it('gives a file that ical.js reads, under a safe name', async () => {
    const answer = await on.get(pathOfCard(cardFilePath, token));
    expect(answer.headers).toMatchObject({
      'content-type': 'text/vcard; charset=utf-8',
      'content-disposition': 'inline; filename="ann-script-alert-1-script-agent.vcf"',
    });
    const card = new ICAL.Component(ICAL.parse(answer.body));
    const valuesOf = (name: string) => card.getAllProperties(name).flatMap((one) => one.getValues());
    expect(valuesOf('fn')).toEqual([ann['name']]);
    expect(valuesOf('uid')).toEqual([`urn:uuid:${idOf(1)}`]);
    expect(valuesOf('tel')).toEqual(['+12315550100', 'ask at the desk']);
    expect(valuesOf('email')).toEqual(['ann@example.com']);
    expect(valuesOf('url')).toEqual(['https://www.instagram.com/ann?a=1&b=%222%22']);
    await on.sync([cardEdit(1, 2, { name: '田中 "; x=y\r\n' })]);
    const odd = await on.get(pathOfCard(cardFilePath, token));
    expect(odd.headers['content-disposition']).toBe('inline; filename="x-y.vcf"');
  });

  it('has a name for somebody without one', async () => {
    await on.sync([cardEdit(1, 2, { name: ' ', company: 'Peacock' })]);
    const page = readPage((await on.get()).body);
    expect([...page.textsOf('h1'), ...page.textsOf('h2')]).toEqual(['Peacock', 'Send Peacock your details']);
    expect(page.textsOf('.mine .band')).toEqual(['Hello, my name is']);
  });
});
