import {
  type Address,
  type Email,
  type Handle,
  type Phone,
  textOf,
  textOrNull,
  typedEntries,
} from './person.ts';
import type { Row } from './row.ts';

/** A card of the agent's own. */
export interface Profile {
  readonly id: string;
  /** What the agent calls it: "Work". */
  readonly label: string;
  readonly name: string;
  readonly company: string;
  readonly title: string;
  /** Of its public page, `/c/<token>`; null while it has none. */
  readonly token: string | null;
  readonly phones: readonly Phone[];
  readonly emails: readonly Email[];
  readonly handles: readonly Handle[];
  readonly addresses: readonly Address[];
}

/** Total: a value of another shape than expected reads as absent. */
export function rowToProfile({ id, values }: Pick<Row, 'id' | 'values'>): Profile {
  return {
    id,
    label: textOf(values['label']),
    name: textOf(values['name']),
    company: textOf(values['company']),
    title: textOf(values['title']),
    token: textOrNull(values['token']),
    phones: typedEntries(values, 'phone'),
    emails: typedEntries(values, 'email'),
    handles: typedEntries(values, 'handle'),
    addresses: typedEntries(values, 'address'),
  };
}

/** What to call a card where there are several: "Work". */
export function profileLabel({ label, company, name }: Profile): string {
  return label || company || name || 'My card';
}
