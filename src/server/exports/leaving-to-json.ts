import { isObject, type Json } from '../../domain/json.ts';
import { tableNames } from '../../domain/table-words.ts';
import type { Leaving, LeavingRow } from './open-leaving.ts';

/** Raised when somebody who reads it would have to change something (docs/export.md). */
const exportFormat = 1;

/** Everything that may leave as the pieces of one JSON text: a list for each table, and what was overwritten. */
export async function* leavingToJson(leaving: Leaving, now: Date): AsyncGenerator<string> {
  const isPrivate = leaving.reach === 'private';
  const head = { justmet: exportFormat, exportedAt: now.toISOString(), withPrivate: isPrivate };
  yield JSON.stringify(head).slice(0, -1);
  for (const table of tableNames) yield* listToJson(table, leaving.rows(table), rowToJson);
  yield* listToJson('earlier', leaving.earlier(), (one): Json => ({ ...one }));
  yield '\n}\n';
}

/** A member with one line for each; nothing where there is none. */
async function* listToJson<One>(
  name: string,
  all: AsyncIterable<One>,
  toJson: (one: One) => Json,
): AsyncGenerator<string> {
  let isEmpty = true;
  for await (const one of all) {
    yield `${isEmpty ? `,\n"${name}":[` : ','}\n${JSON.stringify(toJson(one))}`;
    isEmpty = false;
  }
  if (!isEmpty) yield '\n]';
}

/** The entries of a multi-valued field are a list. */
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
