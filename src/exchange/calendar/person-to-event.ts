import type { Due } from '../../domain/due/find-due.ts';
import { type Person, personLabel } from '../../domain/person.ts';
import type { DayEvent } from './day-event.ts';
import type { EventFacts } from './event-facts.ts';

const wordsByWay: ReadonlyMap<string, string> = new Map([
  ['call', 'Call'],
  ['text', 'Text'],
  ['email', 'Email'],
  ['whatsapp', 'WhatsApp'],
  ['follow', 'Follow'],
  ['coffee', 'Coffee with'],
  ['visit', 'Visit'],
]);

/** The day that somebody is due to hear from the agent. Nothing of the person is in it but what to call them. */
export function personToEvent(
  person: Person,
  { on, way }: Pick<Due, 'on' | 'way'>,
  { origin, changedAt }: EventFacts,
): DayEvent {
  const what = wordsByWay.get(way ?? '') ?? 'Be in touch with';
  const { id } = person;
  return { id, on, summary: `${what} ${personLabel(person)}`, url: `${origin}/people/${id}`, changedAt };
}
