/**
 * A value of SQLite as PostgreSQL has it in a column of that type: better-auth keeps its own booleans as 0 and 1
 * there, and its times as ISO 8601 text. What is neither stays, and PostgreSQL refuses it.
 */
export function toPostgresValue(value: unknown, type: string): unknown {
  if (type === 'bool' && (value === 0 || value === 1)) return value === 1;
  if (type === 'timestamptz' && typeof value === 'string') return toTime(value);
  return value;
}

function toTime(text: string): string {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? text : time.toISOString();
}
