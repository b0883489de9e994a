import { isObject } from '../json.ts';
import { textOf } from '../person.ts';
import type { FieldValues } from '../row.ts';
import { silentWays } from '../table-words.ts';
import { type Due, type DueFacts, findDue } from './find-due.ts';
import { jsonToNextTouch, jsonToRhythm } from './next-touch.ts';

/** When a person is due, in whose calendar; of the values of a person's row and of all touches that are not deleted. */
export function personDue(
  person: FieldValues,
  touches: readonly FieldValues[],
  agentZone: string,
): { readonly zone: string; readonly due: Due | undefined } {
  const facts = personFacts(person, touches, agentZone);
  return { zone: facts.zone, due: findDue(facts) };
}

/** What decides when a person is due; of the same values. */
export function personFacts(
  person: FieldValues,
  touches: readonly FieldValues[],
  agentZone: string,
): DueFacts {
  return {
    next: jsonToNextTouch(person['next']),
    rhythm: jsonToRhythm(person['rhythm']),
    touchedAt: touches.flatMap(touchedAt),
    zone: textOf(person['zone']) || agentZone,
  };
}

/** Met, and nobody has looked at them since: they are in the evening's review. `person`: of a row that is not deleted. */
export function isUnreviewed(person: FieldValues): boolean {
  return textOf(person['lookedAt']) === '' && person['isImported'] !== true;
}

/** Whether anybody ever said when to be in touch: nobody else is ever due. */
export function hasPlan(person: FieldValues): boolean {
  return isObject(person['next']) || isObject(person['rhythm']);
}

/** When they heard from the agent; nothing for what is still to do, or is no hello to them. */
export function touchedAt(touch: FieldValues): string[] {
  const at = textOf(touch['at']);
  return at === '' || silentWays.includes(textOf(touch['way'])) ? [] : [at];
}
