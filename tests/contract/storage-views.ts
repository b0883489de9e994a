import { beforeEach, describe, expect, it } from 'vitest';
import { untoldWriter } from '../../src/domain/file.ts';
import { readingToEntry } from '../../src/domain/reading-to-entry.ts';
import { tombstoneOf } from '../../src/domain/tombstone.ts';
import { freshStorage } from './fresh-storage.ts';
import { editOf, idOf, laptop, type OpenedStorage, phone, stampAt } from './storage-fixture.ts';

/** The database as people read it with SQL. */
export function describeViews(open: () => Promise<OpenedStorage>): void {
  const used = freshStorage(open);

  describe('views', () => {
    beforeEach(async () => {
      await used.device.sync([
        editOf(9, stampAt(1), { name: 'Open house', colour: 'green' }, { table: 'occasion' }),
        editOf(1, stampAt(2), {
          name: "Dana O'Neil",
          company: 'Acme',
          metAt: '2026-03-01T10:00:00.000Z',
          occasion: idOf(9),
          'phone/aaaaaaaa': { typed: '(415) 555-0132', e164: '+14155550132' },
          'phone/bbbbbbbb': { typed: '555 0199' },
          'email/aaaaaaaa': { typed: 'dana@example.com' },
          'handle/aaaaaaaa': { typed: '@dana' },
        }),
        editOf(2, stampAt(3), { name: 'Ali', metAt: '2026-03-02T10:00:00.000Z' }),
        editOf(
          5,
          stampAt(4),
          { person: idOf(1), text: 'Two kids', writtenAt: '2026-03-01T11:00:00.000Z' },
          { table: 'note' },
        ),
        editOf(
          6,
          stampAt(5),
          { person: idOf(2), way: 'text', at: '2026-03-02T11:00:00.000Z' },
          { table: 'touch' },
        ),
      ]);
    });

    it('show people, their ways to be reached, notes, touches and occasions', async () => {
      expect(
        await used.query(
          'select name, phone, email, handle, company, met_at, met_where, looked_at from people order by met_at',
        ),
      ).toEqual([
        {
          name: "Dana O'Neil",
          phone: '(415) 555-0132',
          email: 'dana@example.com',
          handle: '@dana',
          company: 'Acme',
          met_at: '2026-03-01T10:00:00.000Z',
          met_where: 'Open house',
          looked_at: null,
        },
        {
          name: 'Ali',
          phone: null,
          email: null,
          handle: null,
          company: null,
          met_at: '2026-03-02T10:00:00.000Z',
          met_where: null,
          looked_at: null,
        },
      ]);
      expect(await used.query('select person, number, e164 from phones')).toEqual([
        { person: "Dana O'Neil", number: '(415) 555-0132', e164: '+14155550132' },
        { person: "Dana O'Neil", number: '555 0199', e164: null },
      ]);
      expect(await used.query('select person, email from emails')).toEqual([
        { person: "Dana O'Neil", email: 'dana@example.com' },
      ]);
      expect(await used.query('select person, text, written_at from notes')).toEqual([
        { person: "Dana O'Neil", text: 'Two kids', written_at: '2026-03-01T11:00:00.000Z' },
      ]);
      expect(await used.query('select person, way, at from touches')).toEqual([
        { person: 'Ali', way: 'text', at: '2026-03-02T11:00:00.000Z' },
      ]);
      expect(await used.query('select name, colour, people from occasions')).toEqual([
        { name: 'Open house', colour: 'green', people: 1 },
      ]);
    });

    it('show who sent their own details, until they are deleted', async () => {
      const sent = { profile: idOf(30), name: 'Vera', message: 'Hi', sentAt: '2026-03-02T11:00:00.000Z' };
      const ways = { 'phone/aaaaaaaa': { typed: '555 0100' }, 'email/aaaaaaaa': { typed: 'v@example.com' } };
      await used.device.sync([
        editOf(20, stampAt(20), { ...sent, ...ways }, { table: 'visitor' }),
        editOf(21, stampAt(21), { ...sent, name: 'Kim', answer: 'kept' }, { table: 'visitor' }),
      ]);
      const columns = 'id, profile_id, name, phone, email, company, message, sent_at, answer';
      expect(await used.query(`select ${columns} from visitors order by id`)).toEqual([
        {
          ...{ id: idOf(20), profile_id: idOf(30), name: 'Vera', phone: '555 0100', email: 'v@example.com' },
          ...{ company: null, message: 'Hi', sent_at: '2026-03-02T11:00:00.000Z', answer: null },
        },
        {
          ...{ id: idOf(21), profile_id: idOf(30), name: 'Kim', phone: null, email: null },
          ...{ company: null, message: 'Hi', sent_at: '2026-03-02T11:00:00.000Z', answer: 'kept' },
        },
      ]);
      await used.device.sync([
        editOf(20, stampAt(22), { deleted: { [phone]: stampAt(20) } }, { table: 'visitor' }),
      ]);
      expect(await used.query('select name from visitors')).toEqual([{ name: 'Kim' }]);
    });

    it('show a voice note as the best words of its recordings, in the order in which they were taken', async () => {
      const recording = (n: number, ms: number, values: Parameters<typeof editOf>[2]) =>
        editOf(
          n,
          stampAt(ms),
          {
            ...{ person: idOf(1), kind: 'recording', type: 'audio/webm', hash: 'a'.repeat(64), bytes: 9 },
            ...{ note: idOf(8), seconds: 12.5, takenAt: `2026-03-01T12:00:0${ms % 10}.000Z`, ...values },
          },
          { table: 'file' },
        );
      const said = { person: idOf(1), text: '', writtenAt: '2026-03-01T12:00:00.000Z' };
      await used.device.sync([
        editOf(8, stampAt(6), said, { table: 'note' }),
        editOf(7, stampAt(7), said, { table: 'note' }),
        recording(10, 19, { heardLive: 'live', heardOnDevice: '', heardByServer: 'and a dog' }),
        recording(11, 12, { heardLive: 'two kit', heardOnDevice: 'two kids', heardByServer: null }),
        recording(12, 15, { heardLive: '', heardByServer: '' }),
        recording(13, 16, { heardLive: 'of another note', note: idOf(5) }),
        recording(14, 17, { heardLive: 'of no note', note: null }),
        recording(15, 18, { heardLive: 'deleted', deleted: { [phone]: stampAt(18) } }),
      ]);
      expect(await used.query('select id, text from notes order by id')).toEqual([
        { id: idOf(5), text: 'Two kids of another note' },
        { id: idOf(7), text: '' },
        { id: idOf(8), text: 'two kids and a dog' },
      ]);
      expect(
        await used.query(
          'select id, seconds, note_id, bytes from files where note_id is not null order by id',
        ),
      ).toEqual(
        [10, 11, 12]
          .map((n) => ({ id: idOf(n), seconds: 12.5, note_id: idOf(8), bytes: 9 }))
          .concat([{ id: idOf(13), seconds: 12.5, note_id: idOf(5), bytes: 9 }]),
      );
      const read = async () => (await used.query(`select text from notes where id = '${idOf(8)}'`))[0];
      // As somebody writes who has read the first of them: that one is in their words, the other comes behind.
      const byHand = { text: 'By hand', ...readingToEntry('written', idOf(11)) };
      await used.device.sync([editOf(8, stampAt(30), byHand, { table: 'note' })]);
      expect(await read()).toEqual({ text: 'By hand and a dog' });
      const bothRead = readingToEntry('written', idOf(10));
      await used.device.sync([editOf(8, stampAt(31), bothRead, { table: 'note' })]);
      expect(await read()).toEqual({ text: 'By hand' });
    });

    it('show a phone’s own words before those of a service that was told no language', async () => {
      const said = { person: idOf(1), text: '', writtenAt: '2026-03-01T12:00:00.000Z' };
      const recording = {
        ...{ person: idOf(1), kind: 'recording', type: 'audio/webm', hash: 'a'.repeat(64), bytes: 9 },
        ...{ note: idOf(8), takenAt: '2026-03-01T12:00:01.000Z', heardOnDevice: 'dos hijos' },
      };
      const heard = (ms: number, device: string) =>
        editOf(10, stampAt(ms, device), { heardByServer: 'dose he hose' }, { table: 'file' });
      await used.device.sync([
        editOf(8, stampAt(6), said, { table: 'note' }),
        editOf(10, stampAt(7), recording, { table: 'file' }),
        heard(20, untoldWriter),
      ]);
      const read = async () => (await used.query(`select text from notes where id = '${idOf(8)}'`))[0];
      expect(await read()).toEqual({ text: 'dos hijos' });
      await used.device.sync([heard(21, 'writeswell')]);
      expect(await read()).toEqual({ text: 'dose he hose' });
    });

    it('leave out a removed entry', async () => {
      await used.device.sync([editOf(1, stampAt(8), { 'phone/aaaaaaaa': null })]);
      expect(await used.query('select number from phones')).toEqual([{ number: '555 0199' }]);
      expect(await used.query("select phone from people where company = 'Acme'")).toEqual([
        { phone: '555 0199' },
      ]);
    });

    it('S-12 leave out the deleted with their notes, until an edit unseen by the deleter comes', async () => {
      const [dana] = (await used.device.pullAll()).filter((row) => row.id === idOf(1));
      await used.device.sync([editOf(1, stampAt(10), { deleted: tombstoneOf(dana?.stamps ?? {}) })]);
      expect(await used.query('select name from people')).toEqual([{ name: 'Ali' }]);
      expect(await used.query('select text from notes')).toEqual([]);
      expect(await used.query('select number from phones')).toEqual([]);
      expect(await used.query('select people from occasions')).toEqual([{ people: 0 }]);
      await used.device.sync([editOf(1, stampAt(9, laptop), { company: 'Zenith' })]);
      expect(await used.query('select name from people order by name')).toEqual([
        { name: 'Ali' },
        { name: "Dana O'Neil" },
      ]);
      expect(await used.query('select text from notes')).toEqual([{ text: 'Two kids' }]);
    });
  });
}
