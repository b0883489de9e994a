import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/domain/row.ts';
import { preferenceId } from '../../src/domain/table-words.ts';
import { type CalendarFeeds, createCalendarFeeds } from '../../src/server/calendar/calendar-feeds.ts';
import { feedTag, writeFeed } from '../../src/server/calendar/write-feed.ts';
import { freshStorage } from './fresh-storage.ts';
import { Device, editOf, idOf, type OpenedStorage, stampAt } from './storage-fixture.ts';

const now = new Date('2026-01-02T03:04:05.000Z');
const origin = 'https://people.example';

/** Where an account's calendar feed is, and what is in it. */
export function describeCalendar(open: () => Promise<OpenedStorage>): void {
  const used = freshStorage(open);
  const feeds = () => createCalendarFeeds(used.db);
  const pathOf = async (made: ReturnType<CalendarFeeds['make']>) => (await made).feed?.path ?? '';
  const openedBy = (path: string) => feeds().findAccount(/[\w-]{75}/.exec(path)?.[0] ?? '');

  describe('the address', () => {
    it('is one an account, opens that account, and is renewed by who knows it', async () => {
      const other = await used.createAccount();
      const first = await pathOf(feeds().make(used.accountId, null, now));
      const theirs = await pathOf(feeds().make(other, null, now));
      expect(await openedBy(first)).toBe(used.accountId);
      expect(await openedBy(theirs)).toBe(other);
      expect(await feeds().read(other)).toEqual({ feed: { path: theirs, madeAt: now.toISOString() } });
      expect(await pathOf(feeds().make(used.accountId, theirs, now))).toBe(first);
      const second = await pathOf(feeds().make(used.accountId, first, now));
      expect(await openedBy(first)).toBeUndefined();
      expect(await openedBy(second)).toBe(used.accountId);
      await feeds().end(used.accountId);
      expect(await openedBy(second)).toBeUndefined();
      expect(await openedBy(theirs)).toBe(other);
    });

    it('is one for all who make it at once', async () => {
      const paths = await Promise.all(
        [1, 2, 3, 4].map(() => pathOf(feeds().make(used.accountId, null, now))),
      );
      expect(new Set(paths).size).toBe(1);
      const renewed = await Promise.all(
        [1, 2, 3, 4].map(() => pathOf(feeds().make(used.accountId, paths[0] ?? '', now))),
      );
      expect(new Set(renewed).size).toBe(1);
      expect(renewed[0]).not.toBe(paths[0]);
    });
  });

  it('the feed is of one account, and its tag changes with each edit alone', async () => {
    const stranger = new Device(used.storage, await used.createAccount());
    const zone: Edit = {
      ...editOf(1, stampAt(1), { zone: 'Asia/Tokyo' }, { table: 'preference' }),
      id: preferenceId,
    };
    const rhythm = { every: 1, unit: 'week', from: '2026-01-01' };
    const touch = { person: idOf(1), way: 'call', at: '2026-03-01T15:30:00.000Z' };
    await used.device.sync([
      zone,
      editOf(1, stampAt(2), { name: 'Dana', rhythm }),
      editOf(9, stampAt(3), touch, { table: 'touch' }),
    ]);
    await stranger.sync([editOf(1, stampAt(1), { name: 'Theirs', next: { on: '2026-04-04' } })]);
    const text = await writeFeed(used.db, used.accountId, origin);
    expect(text).toContain('\r\nDTSTART;VALUE=DATE:20260309\r\nSUMMARY:Be in touch with Dana\r\n');
    expect(text).not.toContain('Theirs');
    expect(text).toContain('\r\nLAST-MODIFIED:19700101T000000Z\r\n');
    const tag = await feedTag(used.db, used.accountId, origin);
    expect(await feedTag(used.db, used.accountId, origin)).toBe(tag);
    await stranger.sync([editOf(1, stampAt(5), { name: 'Theirs too' })]);
    expect(await feedTag(used.db, used.accountId, origin)).toBe(tag);
    await used.device.sync([editOf(1, stampAt(5), { name: 'Dana Ruiz' })]);
    expect(await feedTag(used.db, used.accountId, origin)).not.toBe(tag);
  });
}
