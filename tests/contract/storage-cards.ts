import { expect, it } from 'vitest';
import { tombstoneOf } from '../../src/domain/tombstone.ts';
import { freshStorage } from './fresh-storage.ts';
import { Device, editOf, idOf, type OpenedStorage, stampAt } from './storage-fixture.ts';

const token = 'a'.repeat(22);
const another = 'b'.repeat(43);

/** Which card a token opens. */
export function describeCards(open: () => Promise<OpenedStorage>): void {
  const used = freshStorage(open);
  const card = (n: number, ms: number, values: Parameters<typeof editOf>[2]) =>
    editOf(n, stampAt(ms), values, { table: 'profile' });
  const nameAt = async (asked: string) => (await used.findCard(asked))?.values['name'];

  it('a token opens the card that says it, with what may leave', async () => {
    await used.device.sync([
      card(1, 1, { name: 'Ann', token, 'phone/aaaaaaaa': { typed: '555 0100' } }),
      card(2, 2, { name: 'Ann at home', token: null }),
    ]);
    expect(await used.findCard(token)).toEqual({
      accountId: used.accountId,
      profileId: idOf(1),
      values: { name: 'Ann', token, 'phone/aaaaaaaa': { typed: '555 0100' } },
    });
    for (const unknown of [another, '', 'a', `${token}'`, 'a\0'.repeat(12), 'null'.repeat(6)]) {
      expect(await used.findCard(unknown)).toBeUndefined();
    }
  });

  it('a card that was deleted, or has another token or none by now, is opened by it no more', async () => {
    await used.device.sync([card(1, 1, { name: 'Ann', token })]);
    await used.device.sync([card(1, 2, { token: null })]);
    expect(await nameAt(token)).toBeUndefined();
    await used.device.sync([card(1, 3, { token: another })]);
    expect([await nameAt(token), await nameAt(another)]).toEqual([undefined, 'Ann']);
    const [row] = await used.device.pullAll();
    await used.device.sync([card(1, 4, { deleted: tombstoneOf(row?.stamps ?? {}) })]);
    expect(await nameAt(another)).toBeUndefined();
    await used.device.sync([card(1, 5, { deleted: null })]);
    expect(await nameAt(another)).toBe('Ann');
  });

  it('a token stays with the account that said it first, also when that one has closed its page', async () => {
    const stranger = new Device(used.storage, await used.createAccount());
    await used.device.sync([card(1, 1, { name: 'Ann', token })]);
    const claim = card(2, 9, { name: 'Mallory', token });
    expect((await stranger.sync([claim])).acknowledged).toHaveLength(1);
    expect(await nameAt(token)).toBe('Ann');
    await used.device.sync([card(1, 10, { token: null })]);
    await stranger.sync([card(2, 11, { company: 'Evil' })]);
    expect(await nameAt(token)).toBeUndefined();
    await used.device.sync([card(1, 12, { token })]);
    expect(await nameAt(token)).toBe('Ann');
  });

  it('two accounts that claim one token at the same time both get their row, and one of them the token', async () => {
    const strangers = await Promise.all(
      [3, 4, 5, 6].map(async () => new Device(used.storage, await used.createAccount())),
    );
    const answers = await Promise.all(
      strangers.map((stranger, n) =>
        // In either order: nobody may wait for the other for ever.
        stranger.sync(
          (n % 2 === 0 ? [token, another] : [another, token]).map((one, m) =>
            card(10 * n + m, 1 + n, { name: `card ${n} ${m}`, token: one }),
          ),
        ),
      ),
    );
    for (const { acknowledged, refused } of answers) {
      expect([acknowledged.length, refused.length]).toEqual([2, 0]);
    }
    expect([await nameAt(token), await nameAt(another)]).toEqual([
      expect.stringMatching(/^card/),
      expect.stringMatching(/^card/),
    ]);
  });

  it('of one account, the card that said it last has it, also within one batch', async () => {
    await used.device.sync([card(1, 1, { name: 'Old', token }), card(2, 2, { name: 'New', token })]);
    expect(await nameAt(token)).toBe('New');
    await used.device.sync([card(3, 3, { name: 'Newest', token })]);
    expect(await nameAt(token)).toBe('Newest');
    // The same once more changes nothing.
    await used.device.sync([card(1, 1, { name: 'Old', token })]);
    expect(await nameAt(token)).toBe('Newest');
  });

  it('a row of another table opens nothing', async () => {
    await used.device.sync([editOf(1, stampAt(1), { name: 'Dana' })]);
    await used.query(
      `insert into card_token (token, account_id, profile_id) values ('${token}', '${used.accountId}', '${idOf(1)}')`,
    );
    expect(await used.findCard(token)).toBeUndefined();
  });
}
