import { expect, test } from 'vitest';
import { listMissing, questions } from '../../../../src/app/screens/review/missing.ts';
import { rowToPerson } from '../../../../src/domain/person.ts';
import type { FieldValues } from '../../../../src/domain/row.ts';

const missing = (values: FieldValues) => listMissing(rowToPerson({ id: 'p', values })).map(({ key }) => key);
const detail = (kind: string) => ({ [`detail/${kind.padEnd(8, 'a')}`]: { kind, text: 'x' } });

test('the same questions for everybody, in the same order, whatever is known', () => {
  const all = questions.map(({ key }) => key);
  expect(missing({})).toEqual(all);
  const known = { name: 'Dana', ...detail('kids'), 'phone/aaaaaaaa': { typed: '1' } };
  expect(missing(known)).toEqual(all.filter((key) => !['name', 'kids', 'phone'].includes(key)));
  // Nothing about somebody asks more of them: not a family, not a language, not a place.
  expect(missing({ language: 'es', ...detail('partner'), ...detail('town'), household: 'h' })).toEqual(all);
});

test('what is answered is not asked: on the tag, or among the details', () => {
  expect(missing({ company: 'Bakery' })).not.toContain('work');
  expect(missing({ title: 'Owner' })).not.toContain('work');
  expect(missing({ ...detail('work') })).not.toContain('work');
  expect(missing({ 'email/aaaaaaaa': null })).toContain('email');
  const everything = ['common', 'restaurant', 'work', 'home', 'kids'].map(detail);
  const tag = { name: 'Dana', 'phone/aaaaaaaa': { typed: '1' }, 'email/aaaaaaaa': { typed: 'a@b.example' } };
  expect(missing(Object.assign({ ...tag }, ...everything))).toEqual([]);
});
