import type { Reach } from '../../domain/leaving.ts';
import { detailsToText, type Phone } from '../../domain/person.ts';
import { toCsv } from '../../exchange/csv.ts';
import { hasExtension } from '../../exchange/number-to-give.ts';
import { phoneInGroups } from '../../exchange/phone-in-groups.ts';
import type { LeavingPerson } from './collect-people.ts';

/** A column each for the most phones, emails and handles that somebody has; details and notes only where they may leave. */
export function peopleToCsv(people: readonly LeavingPerson[], reach: Reach): string {
  const most = (count: (one: LeavingPerson) => number) =>
    people.reduce((max, one) => Math.max(max, count(one)), 1);
  const phones = most(({ person }) => person.phones.length);
  const emails = most(({ person }) => person.emails.length);
  const handles = most(({ person }) => person.handles.length);
  const addresses = most(({ person }) => person.addresses.length);
  const head = [
    'Name',
    'Company',
    'Job title',
    ...numbered('Phone', phones),
    ...numbered('Email', emails),
    ...numbered('Handle', handles),
    ...numbered('Address', addresses),
    'Met at',
    'Met where',
    ...(reach === 'private' ? ['Details', 'Notes'] : []),
  ];
  const lines = people.map(({ person, occasion, notes }) => [
    person.name,
    person.company,
    person.title,
    ...filled(person.phones.map(phoneToCell), phones),
    ...filled(
      person.emails.map(({ typed }) => typed),
      emails,
    ),
    ...filled(
      person.handles.map(({ url, typed }) => url ?? typed),
      handles,
    ),
    ...filled(
      person.addresses.map(({ typed }) => typed),
      addresses,
    ),
    person.metAt,
    occasion,
    ...(reach === 'private' ? [detailsToText(person), notes.join('\n\n')] : []),
  ]);
  return toCsv(head, lines);
}

function phoneToCell({ e164, typed }: Phone): string {
  return e164 === undefined || hasExtension(typed) ? typed : phoneInGroups(e164);
}

function numbered(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => (at === 0 ? name : `${name} ${at + 1}`));
}

function filled(cells: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, at) => cells[at] ?? '');
}
