import * as z from 'zod/mini';
import { canonicalJson, type Json } from '../../../src/domain/json.ts';
import type { TableName } from '../../../src/domain/row.ts';
import { tableNames } from '../../../src/domain/table-words.ts';
import { findFieldProblems, tableDefinitions } from '../../../src/domain/tables.ts';
import * as account from '../../../src/protocol/account.ts';
import * as appPasswords from '../../../src/protocol/app-passwords.ts';
import * as calendar from '../../../src/protocol/calendar.ts';
import * as devices from '../../../src/protocol/devices.ts';
import * as events from '../../../src/protocol/events.ts';
import * as files from '../../../src/protocol/files.ts';
import * as invitations from '../../../src/protocol/invitations.ts';
import * as pairing from '../../../src/protocol/pairing.ts';
import * as passkeys from '../../../src/protocol/passkeys.ts';
import * as passwords from '../../../src/protocol/passwords.ts';
import * as problem from '../../../src/protocol/problem.ts';
import * as push from '../../../src/protocol/push.ts';
import * as session from '../../../src/protocol/session.ts';
import * as sync from '../../../src/protocol/sync.ts';
import * as wireRow from '../../../src/protocol/wire-row.ts';

/** What a schema's JSON form does not tell, since code checks it: is a value taken? */
const probes: readonly { table: TableName; field: string; values: readonly Json[] }[] = [
  { table: 'person', field: 'name', values: ['Dana', 'a\0b', 'a\ud83d', ''] },
  {
    table: 'person',
    field: 'metAt',
    values: ['2026-11-22T18:42:00Z', '2026-11-22T18:42:00+01:00', '2026-11-22'],
  },
  {
    table: 'person',
    field: 'phone/k3j9x0a1',
    values: [null, { typed: 'a\0b' }, { typed: '1', e164: '+12' }],
  },
  { table: 'person', field: 'phone/k3j9', values: [{ typed: '1' }] },
  { table: 'person', field: 'phone/k3j9x0a1k3j9x0a1k3j9x0', values: [{ typed: '1' }] },
  { table: 'person', field: 'phone/k3j9x0a1k3j9x0a1k3j9x0a', values: [{ typed: '1' }] },
  { table: 'note', field: 'text', values: ['two\nlines', 'a\0b'] },
];

/** All that app and server must agree on, as text that is the same for the same agreement. */
export function protocolFingerprint(): Record<string, unknown> {
  const parts: Record<string, unknown> = {};
  for (const [name, value] of Object.entries<unknown>({
    ...problem,
    ...session,
    ...sync,
    ...events,
    ...files,
    ...wireRow,
    ...account,
    ...invitations,
    ...passkeys,
    ...passwords,
    ...devices,
    ...pairing,
    ...appPasswords,
    ...calendar,
    ...push,
  })) {
    if (value instanceof z.core.$ZodType) parts[name] = schemaToText(value);
    else if (typeof value !== 'function') parts[name] = value;
  }
  for (const table of tableNames) {
    const { fields, entries } = tableDefinitions[table];
    for (const [name, schema] of Object.entries(fields)) parts[`${table}.${name}`] = schemaToText(schema);
    for (const [name, schema] of Object.entries(entries)) parts[`${table}.${name}/…`] = schemaToText(schema);
  }
  return { ...parts, ...verdicts() };
}

function verdicts(): Record<string, string> {
  const answers = probes.flatMap(({ table, field, values }) =>
    values.map((value) => {
      const isTaken = findFieldProblems(table, { [field]: value }).length === 0;
      return [`${table} ${field} = ${JSON.stringify(value)}`, isTaken ? 'taken' : 'not taken'] as const;
    }),
  );
  return Object.fromEntries(answers);
}

function schemaToText(schema: z.core.$ZodType): string {
  const {
    $schema: _,
    '~standard': __,
    ...shape
  } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return canonicalJson(JSON.parse(JSON.stringify(shape, withoutFormatPatterns)));
}

/** A format's name says it; how zod writes it as a pattern may change with zod. */
function withoutFormatPatterns(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('format' in value) || !('pattern' in value))
    return value;
  const { pattern: _, ...rest } = value;
  return rest;
}
