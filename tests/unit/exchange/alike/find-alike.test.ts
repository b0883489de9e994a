import { expect, test } from 'vitest';
import { type Person, rowToPerson } from '../../../../src/domain/person.ts';
import { compareNames } from '../../../../src/exchange/alike/compare-names.ts';
import { type Comparable, findAlike } from '../../../../src/exchange/alike/find-alike.ts';

interface Facts {
  readonly phone?: string;
  readonly e164?: string;
  readonly email?: string;
  readonly address?: string;
  readonly occasion?: string;
  readonly household?: string;
  readonly apart?: readonly string[];
}

let ids = 0;

function somebody(name: string, facts: Facts = {}): Comparable {
  const { phone, e164, email, address } = facts;
  ids += 1;
  const person: Person = rowToPerson({
    id: `p${ids}`,
    values: {
      name,
      household: facts.household ?? null,
      occasion: facts.occasion ?? null,
      ...(phone === undefined ? {} : { 'phone/aaaaaaaa': { typed: phone, ...(e164 && { e164 }) } }),
      ...(email === undefined ? {} : { 'email/aaaaaaaa': { typed: email } }),
      ...(address === undefined ? {} : { 'address/aaaaaaaa': { typed: address } }),
    },
  });
  return { person, apart: new Set(facts.apart ?? []) };
}

const number = { phone: '231 555 0142', e164: '+12315550142' };

/** "duplicate, strong: number, name"; '' for nothing. */
function ask(one: Comparable, other: Comparable): string {
  const [found] = findAlike(one, [one, other]);
  const [back] = findAlike(other, [one, other]);
  expect(back && { ...back, other: undefined }).toEqual(found && { ...found, other: undefined });
  return found === undefined
    ? ''
    : `${found.kind}, ${found.isStrong ? 'strong' : 'weak'}: ${found.shared.join(', ')}`;
}

test.each([
  ['Dana Ruiz', 'dana  RUIZ', 'same'],
  ['José Núñez', 'Jose Nunez', 'same'],
  ['Ruiz, Dana', 'Dana Ruiz', 'same'],
  ['Dana R.', 'Dana Ruiz', 'close'],
  ['D. Ruiz', 'Dana Ruiz', 'close'],
  ['Catherine Lee', 'Catherin Lee', 'close'],
  ['Jon Kowalski', 'John Kowalski', 'close'],
  ['Priya Venkat', 'Priya Vnekat', 'close'],
  ['Dana', 'Dana Ruiz', 'part'],
  ['', 'Dana Ruiz', 'part'],
  ['Dana', 'Diana', 'other'],
  ['Dan', 'Dana Ruiz', 'other'],
  ['Luis Ruiz', 'Dana Ruiz', 'other'],
  ['D. R.', 'Dana Ruiz', 'other'],
  ['Ann Lee', 'Ian Lee', 'other'],
] as const)('%s and %s: %s', (one, other, likeness) => {
  expect(compareNames(one, other)).toBe(likeness);
  expect(compareNames(other, one)).toBe(likeness);
});

test('a number or an address in common and a name that agrees: one person, very likely', () => {
  expect(
    ask(somebody('Dana Ruiz', number), somebody('Dana R.', { ...number, phone: '(231) 555-0142' })),
  ).toBe('duplicate, strong: number, name');
  expect(
    ask(
      somebody('Dana', { email: 'Dana@Ruiz.example' }),
      somebody('Dana Ruiz', { email: 'dana@ruiz.example ' }),
    ),
  ).toBe('duplicate, strong: email');
  expect(ask(somebody('', number), somebody('Dana Ruiz', number))).toBe('duplicate, strong: number');
});

test('a name alone is a weak reason, and a first name alone is none', () => {
  expect(ask(somebody('Dana Ruiz'), somebody('Dana Ruiz', number))).toBe('duplicate, weak: name');
  expect(ask(somebody('Dana'), somebody('Dana Ruiz'))).toBe('');
  expect(ask(somebody('Dana', { address: '4 Oak St' }), somebody('Dana Ruiz', { address: '4 Oak St' }))).toBe(
    '',
  );
  expect(ask(somebody('Dana Ruiz'), somebody('Luis Garza'))).toBe('');
});

test('something in common and another name: perhaps a household', () => {
  expect(ask(somebody('Dana Ruiz', number), somebody('Luis Garza', number))).toBe(
    'household, strong: number',
  );
  expect(
    ask(somebody('Dana Ruiz', { address: '4 Oak St' }), somebody('Luis Ruiz', { address: '4  oak st' })),
  ).toBe('household, weak: address, family name');
  const occasion = 'open-house';
  expect(ask(somebody('Dana Ruiz', { occasion }), somebody('Luis Ruiz', { occasion }))).toBe(
    'household, weak: family name',
  );
  expect(ask(somebody('Dana Ruiz', { occasion }), somebody('Luis Ruiz', { occasion: 'mixer' }))).toBe('');
  expect(ask(somebody('Dana Ruiz'), somebody('Luis Ruiz'))).toBe('');
});

test('an extension is another telephone', () => {
  expect(
    ask(somebody('Dana Ruiz', number), somebody('Luis Garza', { ...number, phone: '231 555 0142 ext 4' })),
  ).toBe('');
});

test('who was said to be another, and who lives there already, is not asked about', () => {
  const dana = somebody('Dana Ruiz', number);
  const other = somebody('Dana Ruiz', { ...number, apart: [dana.person.id] });
  expect(ask(dana, other)).toBe('');
  const household = 'h1';
  expect(
    ask(somebody('Dana Ruiz', { ...number, household }), somebody('Luis Ruiz', { ...number, household })),
  ).toBe('');
});

test('a number that many share is an office, and no home; one of the same name is found all the same', () => {
  const dana = somebody('Dana Ruiz', number);
  const office = Array.from({ length: 6 }, (_, place) => somebody(`Person ${'abcdef'[place]}x`, number));
  expect(findAlike(dana, office)).toEqual([]);
  const twin = somebody('Dana Ruiz', number);
  expect(findAlike(dana, [...office, twin]).map(({ other }) => other)).toEqual([twin]);
  expect(findAlike(dana, office.slice(0, 5))).toHaveLength(5);
});

test('the likeliest comes first', () => {
  const dana = somebody('Dana Ruiz', { ...number, occasion: 'mixer' });
  const found = findAlike(dana, [
    somebody('Luis Ruiz', { occasion: 'mixer' }),
    somebody('Dana Ruiz'),
    somebody('Luis Garza', number),
    somebody('Dana R.', number),
  ]);
  expect(found.map(({ other }) => other.person.name)).toEqual([
    'Dana R.',
    'Luis Garza',
    'Dana Ruiz',
    'Luis Ruiz',
  ]);
});
