import fc from 'fast-check';

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** JSON texts, and texts that are nearly JSON, that have broken servers. */
const nastyTexts: readonly string[] = [
  ...['null', 'true', '0', '-1', '1e999', '-0', '0.1', '9007199254740993', '1e-400', '""', '[]', '{}'],
  ...['"\\u0000"', '"a\\u0000b"', '"\\ud83d"', '"\\udc00x"', '"\u202e\ufeff\u2028"', '"\\u0000\\ud800"'],
  ...['{"__proto__":{"a":1}}', '{"\\u005f_proto__":1}', '{"constructor":{"prototype":{"a":1}}}'],
  ...['{"toString":null,"valueOf":null}', '{"length":-1}', '{"then":"x"}', '{"":{"":""}}', '[null,[],{}]'],
  ...['NaN', 'undefined', "'x'", '"\u0001"', '01', '{"a":1,}', '[1,,2]', '/**/1', '{"a":1,"a":2}', ''],
  ...['"../../../etc/passwd"', '"%00"', '"\' or 1=1 --"', '"<script>alert(1)</script>"'],
  ...[
    deep(30),
    deep(20_000),
    `"${'x'.repeat(70_000)}"`,
    `[${'0,'.repeat(20_000)}0]`,
    `"${'é'.repeat(9_000)}"`,
  ],
  ...[`{${Array.from({ length: 2_000 }, (_, n) => `"k${n}":1`).join(',')}}`, '1'.repeat(5_000)],
];

const mark = '\u2403put-it-here';
const strangeKeys = [
  '__proto__',
  'constructor',
  'toString',
  '',
  'x',
  '\0',
  'é'.repeat(100),
  'hasOwnProperty',
];

const nasty = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nastyTexts) },
  {
    weight: 1,
    arbitrary: fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }).map((value) => JSON.stringify(value)),
  },
);

/** JSON text of a right value with one thing wrong: a member replaced, left out or added. */
export function almost(right: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc
    .record({
      value: right,
      at: fc.nat(),
      wrong: nasty,
      way: fc.constantFrom('replace', 'replace', 'drop', 'add'),
      key: fc.constantFrom(...strangeKeys),
    })
    .map(({ value, at, wrong, way, key }) => {
      const places = listPlaces(value);
      const place = places[at % places.length] ?? [];
      const changed = change(value, place, way, key);
      return (JSON.stringify(changed) ?? wrong).replaceAll(JSON.stringify(mark), () => wrong);
    });
}

type Place = readonly (string | number)[];

function listPlaces(value: unknown, above: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [above];
  return [above, ...Object.entries(value).flatMap(([key, member]) => listPlaces(member, [...above, key]))];
}

function change(value: unknown, [key, ...rest]: Place, way: string, added: string): unknown {
  if (key === undefined) {
    if (way !== 'add' || typeof value !== 'object' || value === null || Array.isArray(value)) return mark;
    return Object.fromEntries([...Object.entries(value), [added, mark]]);
  }
  if (Array.isArray(value)) {
    return value.map((member, index) => (String(index) === key ? change(member, rest, way, added) : member));
  }
  return Object.fromEntries(
    Object.entries(value as object).flatMap(([name, member]) => {
      if (name !== key) return [[name, member]];
      return rest.length === 0 && way === 'drop' ? [] : [[name, change(member, rest, way, added)]];
    }),
  );
}
