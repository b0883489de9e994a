import fc from 'fast-check';
import ICAL from 'ical.js';
import ical from 'node-ical';
import { describe, expect, test } from 'vitest';
import { addDays, dateIn } from '../../../../src/domain/due/calendar-date.ts';
import { rowToPerson } from '../../../../src/domain/person.ts';
import { touchWays } from '../../../../src/domain/table-words.ts';
import { calendarToText } from '../../../../src/exchange/calendar/calendar-to-text.ts';
import { eventToText } from '../../../../src/exchange/calendar/day-event.ts';
import { occasionToEvent } from '../../../../src/exchange/calendar/occasion-to-event.ts';
import { personToEvent } from '../../../../src/exchange/calendar/person-to-event.ts';

const id = '01890000-0000-7000-8000-000000000001';
const facts = { origin: 'https://people.example', changedAt: '2026-11-26T09:10:11.000Z' };
const personNamed = (name: string) => rowToPerson({ id, values: { name } });
const write = (name: string, on = '2026-03-01', way?: string) =>
  calendarToText([eventToText(personToEvent(personNamed(name), { on, way }, facts))], 'single');

/** As node-ical reads it, which is none of ours and shares nothing with what wrote it. */
function readEvent(text: string) {
  const [event, ...more] = Object.values(ical.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT');
  if (event?.type !== 'VEVENT' || more.length > 0) throw new Error('There is not one event');
  return event;
}

const awkward = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'aé ,;:"=-\nم', '🎉', '👩‍👩‍👧‍👦'), maxLength: 60 }),
);
const longName = fc
  .tuple(fc.constantFrom('é', '🎉', ',', ';', 'a', '👩‍👩‍👧', '\n'), fc.nat({ max: 80 }))
  .map(([one, before]) => `${'x'.repeat(before)}${one.repeat(Math.floor(1_900 / one.length))}y`);

describe('a name', () => {
  test('comes back the same from another program, whatever is in it', () => {
    fc.assert(
      fc.property(fc.oneof(awkward, longName), (name) => {
        // node-ical takes a backslash before an n for a line break, which it is not.
        fc.pre(!name.includes('\\') && name === name.trim() && name !== '');
        const plain = name.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
        expect(readEvent(write(name)).summary).toBe(`Be in touch with ${plain}`);
      }),
      { numRuns: 500 },
    );
  });

  test('comes back the same with backslashes in it, and with 2,000 characters', () => {
    for (const name of ['a\\nb', '\\', '\\\\,\\;\\N', `${'👩‍👩‍👧 ,;\\n'.repeat(166)}ab\ncd🎉`]) {
      const calendar = new ICAL.Component(ICAL.parse(write(name)));
      const summary = calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('summary');
      expect(summary).toBe(`Be in touch with ${name}`);
    }
  });

  test('begins no line of its own, and no line is longer than 75 octets', () => {
    fc.assert(
      fc.property(
        fc.oneof(awkward, longName, fc.constant('a\r\nDTSTART:20200101\rATTACH:x\vURL:y')),
        (name) => {
          const text = write(name);
          const lines = text.split('\r\n');
          expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
          for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          const unfolded = text.replaceAll('\r\n ', '').split('\r\n');
          expect(unfolded.at(-1)).toBe('');
          expect(unfolded.map((line) => line.replace(/[:;].*$/su, ''))).toEqual([
            ...['BEGIN', 'VERSION', 'PRODID', 'CALSCALE', 'BEGIN', 'UID', 'DTSTAMP', 'LAST-MODIFIED'],
            ...['DTSTART', 'SUMMARY', 'TRANSP', 'URL'],
            ...['BEGIN', 'ACTION', 'TRIGGER', 'DESCRIPTION', 'END', 'END', 'END', ''],
          ]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a day', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  /** Two leap days and all changes of clocks are among them. */
  const days = Array.from({ length: 400 }, (_, n) => addDays('2028-01-15', n));

  test('is the same date wherever it was worked out, whatever the zone', () => {
    for (const [n, day] of days.entries()) {
      // Noon of that day in each of them in turn, so that all are asked.
      for (let at = n; at < zones.length; at += days.length) {
        const zone = zones[at] ?? 'UTC';
        const on = dateIn(zone, Date.parse(`${day}T12:00:00Z`));
        const event = readEvent(write('Dana', on));
        expect(event.datetype).toBe('date');
        expect(event.start.toISOString().slice(0, 10)).toBe(on);
      }
    }
  });

  test('is the same date to a reader in any zone', () => {
    const before = process.env['TZ'];
    const offsets = new Set<number>();
    try {
      for (const zone of [
        'Pacific/Kiritimati',
        'Pacific/Niue',
        'America/St_Johns',
        'Africa/Cairo',
        'Asia/Kathmandu',
      ]) {
        process.env['TZ'] = zone;
        offsets.add(new Date(0).getTimezoneOffset());
        for (const day of days) {
          const text = write('Dana', day);
          expect(text).toContain(`\r\nDTSTART;VALUE=DATE:${day.replaceAll('-', '')}\r\n`);
          const vevent = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
          const { year, month, day: date } = new ICAL.Event(vevent ?? undefined).startDate;
          expect([year, month, date].join('-')).toBe(day.split('-').map(Number).join('-'));
          const { start } = readEvent(text);
          const local = [start.getFullYear(), start.getMonth() + 1, start.getDate()].join('-');
          expect(local).toBe(day.split('-').map(Number).join('-'));
        }
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
    expect(offsets.size, 'this process takes no other zone').toBe(5);
  });
});

describe('what an event says', () => {
  test('is how, and who', () => {
    const words = [undefined, ...touchWays].map(
      (way) => readEvent(write('Dana Ruiz', '2026-03-01', way)).summary,
    );
    expect(words).toContain('Be in touch with Dana Ruiz');
    expect(words).toContain('Call Dana Ruiz');
    expect(words).toContain('Coffee with Dana Ruiz');
  });

  test('is no number and no address of who has no name', () => {
    const values = {
      'phone/aaaaaaaa': { typed: '231 555 0142', e164: '+12315550142' },
      'email/aaaaaaaa': { typed: 'dana@ruiz.example' },
      'handle/aaaaaaaa': { typed: '@dana' },
      company: 'Fourth Street Bakery',
    };
    const nameless = rowToPerson({ id, values });
    const due = { on: '2026-03-01', way: 'call' };
    const say = (where?: string) => personToEvent(nameless, due, facts, where).summary;
    expect(say()).toBe('Call somebody you met');
    expect(say('')).toBe('Call somebody you met');
    expect(say('Chamber mixer')).toBe('Call somebody you met at Chamber mixer');
    expect(write('', '2026-03-01', 'call')).toContain('Call somebody you met');
  });

  test('is the same event for the same person and day, and another for another day', () => {
    const uid = (name: string, on: string) => readEvent(write(name, on)).uid;
    expect(uid('Dana', '2026-03-01')).toBe(uid('Dana Ruiz', '2026-03-01'));
    expect(uid('Dana', '2026-03-01')).not.toBe(uid('Dana', '2026-03-02'));
  });

  test('is of an occasion its name', () => {
    const event = occasionToEvent({ id, name: 'Open house; 5th, again' }, '2026-06-06', facts);
    const read = readEvent(calendarToText([eventToText(event)], 'feed'));
    expect(read.summary).toBe('Open house; 5th, again');
    expect(read.start.toISOString().slice(0, 10)).toBe('2026-06-06');
    expect(occasionToEvent({ id, name: '' }, '2026-06-06', facts).summary).toBe('An occasion');
  });

  test('a feed has a name and says how often to look, a single entry does not', () => {
    const feed = calendarToText([], 'feed').split('\r\n');
    expect(feed).toEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Justmet//Justmet//EN', 'CALSCALE:GREGORIAN'],
      ...['NAME;VALUE=TEXT:Justmet', 'X-WR-CALNAME:Justmet'],
      ...['REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H', 'END:VCALENDAR', ''],
    ]);
    expect(write('Dana')).not.toContain('NAME');
  });
});
