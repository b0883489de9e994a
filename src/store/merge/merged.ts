import { isObject, type Json } from '../../domain/json.ts';
import { textOf } from '../../domain/person.ts';
import type { FieldValues } from '../../domain/row.ts';

/** What became of somebody who was put into another person. */
export interface Merged {
  readonly into: string;
  /** The notes, touches and files that went over. */
  readonly rows: readonly string[];
  /** The other's fields that it filled or changed, with what stood there before; null for nothing. */
  readonly before: FieldValues;
}

/** Total: a value of another shape reads as absent. */
export function jsonToMerged(value: Json | undefined): Merged | undefined {
  if (!isObject(value)) return undefined;
  const { rows, before } = value;
  const into = textOf(value['into']);
  if (into === '') return undefined;
  return {
    into,
    rows: Array.isArray(rows) ? rows.filter((id) => typeof id === 'string') : [],
    before: isObject(before) ? before : {},
  };
}

export function mergedToJson({ into, rows, before }: Merged): Json {
  return { into, rows: [...rows], before: { ...before } };
}
