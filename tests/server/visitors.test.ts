import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../src/domain/json.ts';
import { tombstoneOf } from '../../src/domain/tombstone.ts';
import { cardSentPath, pathOfCard } from '../../src/protocol/card-page.ts';
import { wireToRow } from '../../src/protocol/wire-row.ts';
import { issueFormToken } from '../../src/server/cards/form-token.ts';
import { editOf, idOf, stampAt } from '../contract/storage-fixture.ts';
import { secret } from './harness/built-server.ts';
import { hearChanges } from './harness/hear-changes.ts';
import {
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

describe('the form on it', () => {
  it('arrives at the agent’s devices as a visitor to confirm, and nobody is met by it', async () => {
    const url = await on.server.app.listen({ port: 0, host: '127.0.0.1' });
    const heard = await hearChanges({ url }, on.cookie);
    const page = readPage((await on.get()).body);
    on.world.now = new Date(on.world.now.getTime() + 5_000);
    const typed = {
      form: page.fieldOf('form') ?? '',
      name: ' Vera Visitor ',
      phone: '\u202d+1 231-555-0142\u202c',
      email: 'vera@example.com',
      message: 'By the <b>punch</b>.\r\nTwo lines.',
      website: '',
    };
    const answer = await on.postBody(new URLSearchParams(typed).toString(), { origin: 'null' });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe(pathOfCard(cardSentPath, token));
    const thanks = await on.get(pathOfCard(cardSentPath, token));
    expect(readPage(thanks.body).textsOf('h1')[0]).toBe('Thank you, Ann has your details.');
    const rows = (await on.sync()).rows.map(wireToRow);
    expect(rows.map(({ table }) => table).sort()).toEqual(['profile', 'visitor']);
    const [visitor] = await on.visitors();
    expect(visitor?.values).toEqual({
      profile: idOf(1),
      name: 'Vera Visitor',
      message: 'By the <b>punch</b>.\nTwo lines.',
      sentAt: '2026-01-02T03:04:10.000Z',
      'phone/bythecard': { typed: '+1 231-555-0142', e164: '+12315550142' },
      'email/bythecard': { typed: 'vera@example.com' },
    });
    await expect.poll(() => heard.text).toContain('{"device":"publicpage"}');
    heard.stop();
  });

  it('sent twice, at once or again, is one visitor; with other words it is another', async () => {
    const { body } = visitorForm(token);
    const answers = await Promise.all([on.postBody(body), on.postBody(body), on.postBody(body)]);
    on.world.now = new Date(on.world.now.getTime() + 60_000);
    answers.push(await on.postBody(body));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303, 303]);
    expect(await on.visitors()).toHaveLength(1);
    const changed = new URLSearchParams(body);
    changed.set('phone', '+1 231 555 0143');
    expect((await on.postBody(changed.toString())).statusCode).toBe(303);
    expect(await on.visitors()).toHaveLength(2);
  });

  it('does not bring back who was deleted when it is sent once more', async () => {
    const { body } = visitorForm(token);
    await on.postBody(body);
    const [row] = await on.visitors();
    const id = row?.id ?? '';
    const deleted = tombstoneOf(row?.stamps ?? {});
    await on.sync([{ ...editOf(0, stampAt(on.world.now.getTime()), { deleted }, { table: 'visitor' }), id }]);
    expect((await on.postBody(body)).statusCode).toBe(303);
    expect(
      (await on.server.db.selectFrom('row').select('deleted').where('id', '=', id).execute())[0],
    ).toEqual({
      deleted: 1,
    });
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['no name', { name: ' \u200b ' }, 'name', 'Please say your name.'],
    ['neither number nor email', { phone: '' }, 'phone', 'Please give a number or an email.'],
    ['no number', { phone: 'call me' }, 'phone', 'This does not look like a phone number.'],
    ['no email', { email: 'vera' }, 'email', 'This does not look like an email address.'],
    ['a long name', { name: 'V'.repeat(101) }, 'name', 'That is too long. Please make it shorter.'],
    ['a long number', { phone: '1'.repeat(51) }, 'phone', 'That is too long. Please make it shorter.'],
    ['many words', { message: 'x'.repeat(1_001) }, 'message', 'That is too long. Please make it shorter.'],
    [
      'a NUL',
      { message: 'a\0b' },
      'message',
      'There is a character in this that cannot be kept. Please type it again.',
    ],
    [
      'a line break in a name',
      { name: 'Vera\r\nBcc: all' },
      'name',
      'There is a character in this that cannot be kept. Please type it again.',
    ],
  ])(
    'with %s comes back with the sentence beside it and what was typed',
    async (_what, wrong, field, remark) => {
      const sent = { message: '</textarea><script>alert(1)</script>', ...wrong };
      const answer = await on.post(sent);
      expect(answer.statusCode).toBe(422);
      const page = readPage(answer.body);
      expect(page.textsOf('.remark')).toEqual([remark]);
      expect(page.document.getElementById(field)?.getAttribute('aria-describedby')).toBe(`${field}-remark`);
      expect(page.document.querySelectorAll('script')).toHaveLength(0);
      if (!('message' in wrong)) expect(page.fieldOf('message')).toBe(sent.message);
      if (!('name' in wrong)) expect(page.fieldOf('name')).toBe('Vera Visitor');
      expect(await on.visitors()).toEqual([]);
      const mended = new URLSearchParams(visitorForm(token).body);
      mended.set('form', page.fieldOf('form') ?? '');
      expect((await on.postBody(mended.toString())).statusCode).toBe(303);
    },
  );

  it('takes only what this server drew for this card, after two seconds and within a day', async () => {
    const drawn = (seconds: number) =>
      issueFormToken(secret, token, on.world.now.getTime() - seconds * 1_000);
    const right = drawn(3);
    const wrong: [string, string][] = [
      ['one second old', drawn(1)],
      ['from the future', drawn(-3_600)],
      ['over a day old', drawn(24 * 3_600 + 1)],
      ['of another card', issueFormToken(secret, 'bobscardbobscardbobsca', on.world.now.getTime() - 3_000)],
      ['of another server', issueFormToken('another', token, on.world.now.getTime() - 3_000)],
      ['changed', right.replace(/^./, (first) => (first === 'm' ? 'n' : 'm'))],
      ['none', ''],
      ['nonsense', 'a.b.c\0'],
    ];
    for (const [why, form] of wrong) {
      const answer = await on.post({ form });
      expect(answer.statusCode, why).toBe(422);
      const page = readPage(answer.body);
      expect(page.textsOf('.say')[0], why).toContain('Please send it again.');
      expect(page.fieldOf('name'), why).toBe('Vera Visitor');
    }
    expect(await on.visitors()).toEqual([]);
    expect((await on.post({ form: right })).statusCode).toBe(303);
    expect((await on.post({ form: drawn(24 * 3_600 - 1), name: 'Kim' })).statusCode).toBe(303);
  });

  it('is not taken from whoever fills in what nobody sees, and a person gets through by sending it again', async () => {
    const answer = await on.post({ website: 'https://spam.example' });
    expect(answer.statusCode).toBe(422);
    expect(await on.visitors()).toEqual([]);
    const page = readPage(answer.body);
    expect(page.fieldOf('website')).toBeNull();
    expect((await on.post({ form: page.fieldOf('form') ?? '' })).statusCode).toBe(303);
  });

  it('looks at no cookie, and what another site sends needs a form of this one all the same', async () => {
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', cookie: on.cookie };
    expect((await on.post({ form: 'x' }, foreign)).statusCode).toBe(422);
    expect(await on.visitors()).toEqual([]);
  });

  it('answers everything else in words and with a page, never with a 500', async () => {
    const { body } = visitorForm(token);
    const expectPage = async (sending: ReturnType<CardServer['postBody']>, status: number) => {
      const answer = await sending;
      expect(answer.statusCode, answer.body).toBe(status);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(readPage(answer.body).textsOf('h1')).toHaveLength(1);
    };
    await expectPage(on.postBody(body, { 'content-type': 'application/json' }), 415);
    await expectPage(on.postBody(body, { 'content-type': 'multipart/form-data; boundary=x' }), 415);
    await expectPage(on.postBody(body, { 'content-type': '' }), 415);
    await expectPage(on.postBody(`${body}&more=1`), 400);
    await expectPage(on.postBody(`${body}&__proto__=1`), 400);
    await expectPage(on.postBody(Buffer.from([0x66, 0xff, 0xfe])), 400);
    await expectPage(on.postBody(`${body}&message=${'x'.repeat(20_000)}`), 413);
    await expectPage(on.postBody(gzipSync('x'.repeat(50_000)), { 'content-encoding': 'gzip' }), 413);
    await expectPage(on.postBody(`${body}&name=a&name=b%ff%00`), 422);
    on.world.isStorageAway = true;
    await expectPage(on.postBody(body), 503);
    on.world.isStorageAway = false;
    expect(await on.visitors()).toEqual([]);
  });
});

describe('a flood', () => {
  it('from one address is refused in words, with what was typed, and others go on', async () => {
    const from = (ip: string) => on.post({ name: '' }, { 'x-forwarded-for': ip });
    for (let n = 0; n < 20; n += 1) expect((await from('192.0.2.1')).statusCode).toBe(422);
    const refused = await on.post({}, { 'x-forwarded-for': '192.0.2.1' });
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    const page = readPage(refused.body);
    expect(page.textsOf('.say')).toEqual(['That was too often. Please wait a little and send it again.']);
    expect(page.fieldOf('name')).toBe('Vera Visitor');
    expect(await on.visitors()).toEqual([]);
    expect((await on.post({}, { 'x-forwarded-for': '192.0.2.2' })).statusCode).toBe(303);
  });

  it('from everywhere stops at so many a card, other cards go on, and a reload of one that came is still thanked', async () => {
    const other = 'annscardathomeannscard';
    await on.sync([cardEdit(2, 2, { name: 'Ann', token: other })]);
    const first = visitorForm(token).body;
    const from = (n: number, body: string, to = token) =>
      on.postBody(body, { 'x-forwarded-for': `192.0.2.${n}` }, to);
    for (let n = 0; n < 20; n += 1) {
      const body = n === 0 ? first : visitorForm(token).body;
      expect((await from(n, body)).statusCode).toBe(303);
    }
    const refused = await from(30, visitorForm(token).body);
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBeDefined();
    expect(readPage(refused.body).textsOf('.say')).toEqual([
      'Ann has been sent very many details and takes no more just now. Please call instead.',
    ]);
    expect(await on.visitors()).toHaveLength(20);
    expect((await from(31, visitorForm(other).body, other)).statusCode).toBe(303);
    expect((await from(32, first)).statusCode).toBe(303);
    expect(await on.visitors()).toHaveLength(21);
  });

  it('stops when 500 wait, and goes on when somebody was answered', async () => {
    const waiting = (n: number, more: Record<string, Json> = {}) =>
      editOf(1_000 + n, stampAt(10), { profile: idOf(1), name: 'Kim', ...more }, { table: 'visitor' });
    await on.sync(Array.from({ length: 499 }, (_, n) => waiting(n)));
    await on.sync([waiting(499), waiting(500, { answer: 'kept' }), waiting(501, { profile: idOf(2) })]);
    const refused = await on.post();
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBe('86400');
    expect(refused.body).toContain('Please call instead.');
    await on.sync([editOf(1_499, stampAt(11), { answer: 'not-kept' }, { table: 'visitor' })]);
    expect((await on.post()).statusCode).toBe(303);
  });

  it('of looks at a page is refused with a page', async () => {
    for (let n = 0; n < 300; n += 1) await on.get();
    const refused = await on.get();
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBeDefined();
    expect(readPage(refused.body).textsOf('h1')).toEqual(['That was too often']);
  });

  it('leaves no address and no token in the log', async () => {
    on.world.isStorageAway = true;
    await on.post({}, { 'x-forwarded-for': '192.0.2.77' });
    const logged = on.server.logged.join('\n');
    expect(logged).toContain('A request failed');
    for (const word of ['192.0.2.77', token, 'Vera', '555']) expect(logged).not.toContain(word);
  });
});
