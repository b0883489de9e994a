import { expect, test } from 'vitest';
import { ownMailLink } from '../../../src/exchange/own-mail-link.ts';
import { met } from '../app/people.ts';

const { person } = met({
  name: 'Dana Ruiz',
  company: 'Fourth Street Bakery',
  title: 'Owner',
  phones: [{ id: 'a', typed: '(231) 555-0142' }],
  handles: [{ id: 'a', typed: '@dana', url: 'https://www.instagram.com/dana' }],
});
const mail = {
  to: 'kim@example.com',
  person,
  where: 'Chamber mixer',
  when: 'today, 6:42 pm',
  maxLength: 2_000,
};
const bodyOf = (link: string) => new URL(link).searchParams.get('body')?.replaceAll('\r\n', '\n');

test('it says who, how to reach them, where they were met, and the notes', () => {
  const link = ownMailLink({ ...mail, notes: ['A beagle.', 'Two kids & a yard'] });
  expect(link).toMatch(/^mailto:kim@example\.com\?subject=Dana%20Ruiz%2C%20Chamber%20mixer&body=/);
  expect(bodyOf(link)).toBe(
    [
      'Dana Ruiz',
      'Owner, Fourth Street Bakery',
      '(231) 555-0142',
      'https://www.instagram.com/dana',
      '',
      'Met: Chamber mixer, today, 6:42 pm',
      '',
      'A beagle.',
      '',
      'Two kids & a yard',
    ].join('\n'),
  );
});

test('notes that are too long for a link are cut, which is said, and never through a letter', () => {
  const link = ownMailLink({ ...mail, notes: ['😀'.repeat(2_000)] });
  expect(link.length).toBeLessThanOrEqual(2_000);
  expect(link.length).toBeGreaterThan(1_900);
  expect(bodyOf(link)).toMatch(/😀… \(the rest is in Justmet\)$/u);
  expect(link).not.toContain('%EF%BF%BD');
});

test('somebody without a name is called by what is known', () => {
  const nameless = { ...person, name: '', company: '', title: '' };
  expect(ownMailLink({ ...mail, person: nameless, where: '', notes: [] })).toContain(
    'subject=%28231%29%20555-0142&',
  );
});
