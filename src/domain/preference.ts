import { isObject } from './json.ts';
import { textOf, textOrNull } from './person.ts';
import { entriesOf, type FieldValues } from './row.ts';

/** What the agent chose, for all devices. */
export interface Preference {
  /** IANA; null while no device has said where the agent lives. */
  readonly zone: string | null;
  /** `HH:MM` on the agent's wall clock; null: no reminder. */
  readonly evening: string | null;
  readonly morning: string | null;
  /** Whether a reminder may name people on a lock screen. */
  readonly namesShown: boolean;
  /** The agent's own questions by entry; one that came with the app and was taken away is empty. */
  readonly questions: readonly { readonly id: string; readonly text: string }[];
}

/** Total: a value of another shape reads as absent. `values`: {} for an agent who chose nothing. */
export function valuesToPreference(values: FieldValues): Preference {
  return {
    zone: textOrNull(values['zone']),
    evening: textOrNull(values['evening']),
    morning: textOrNull(values['morning']),
    namesShown: values['namesShown'] === true,
    questions: entriesOf(values, 'question').map(({ id, value }) => ({
      id,
      text: isObject(value) ? textOf(value['text']) : '',
    })),
  };
}
