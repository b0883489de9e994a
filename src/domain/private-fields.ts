import type { FieldKey, TableName } from './row.ts';

/**
 * What is the agent's private memory of somebody: in the USA family and marital status are protected under
 * fair-housing law. It syncs between the agent's own devices; no way out carries it unless they say so for that
 * one time. Whatever lets fields out asks here.
 */
const privateFields: Readonly<Partial<Record<TableName, readonly string[]>>> = { note: ['text'] };

export function isPrivateField(table: TableName, field: FieldKey): boolean {
  return privateFields[table]?.includes(field.split('/')[0] ?? field) ?? false;
}
