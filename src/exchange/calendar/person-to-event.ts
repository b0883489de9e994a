import type { Due } from '../../domain/due/find-due.ts';
import type { Person } from '../../domain/person.ts';
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

/**
 * The day that somebody is due to hear from the agent. Nothing of the person is in it but the name; for who has none,
 * the occasion that they were met at (`where`, '' for none), and no number or address in its place.
 */
export function personToEvent(
  person: Person,
  { on, way }: Pick<Due, 'on' | 'way'>,
  { origin, changedAt }: EventFacts,
  where = '',
): DayEvent {
  const what = wordsByWay.get(way ?? '') ?? 'Be in touch with';
  const who = person.name || (where === '' ? 'somebody you met' : `somebody you met at ${where}`);
  const { id } = person;
  return { id, on, summary: `${what} ${who}`, url: `${origin}/people/${id}`, changedAt };
}
