import { isObject, type Json } from '../../domain/json.ts';
import type { Reach } from '../../domain/leaving.ts';
import { tableNames } from '../../domain/tables.ts';
import type { LeavingRow } from './read-leaving-rows.ts';

/** Raised when somebody who reads it would have to change something (docs/export.md). */
const exportFormat = 1;

/** Every row that may leave, by table; the entries of a multi-valued field are a list. */
export function rowsToJson(rows: readonly LeavingRow[], reach: Reach, now: Date): string {
  const tables = tableNames.map((table): [string, Json] => [
    table,
    rows.filter((row) => row.table === table).map(rowToJson),
  ]);
  const document = {
    justmet: exportFormat,
    exportedAt: now.toISOString(),
    withPrivate: reach === 'private',
    ...Object.fromEntries(tables.filter(([, list]) => Array.isArray(list) && list.length > 0)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function rowToJson({ id, values }: LeavingRow): Json {
  const members = new Map<string, Json>([['id', id]]);
  for (const key of Object.keys(values).sort()) {
    const value = values[key] ?? null;
    const slash = key.indexOf('/');
    if (slash < 0) members.set(key, value);
    else if (isObject(value)) {
      const field = key.slice(0, slash);
      const before = members.get(field);
      members.set(field, [...(Array.isArray(before) ? before : []), { id: key.slice(slash + 1), ...value }]);
    }
  }
  return Object.fromEntries(members);
}
