import { cardToVcard } from '../../exchange/vcard.ts';
import type { LeavingPerson } from './collect-people.ts';

export function peopleToVcards(people: readonly LeavingPerson[]): string {
  return people
    .map(({ person, occasion, notes }) =>
      cardToVcard({
        uid: `urn:uuid:${person.id}`,
        name: person.name,
        company: person.company,
        phones: person.phones.map(({ e164, typed }) => e164 ?? typed),
        emails: person.emails.map(({ typed }) => typed),
        links: person.handles.flatMap(({ url }) => (url === undefined ? [] : [url])),
        categories: occasion === '' ? [] : [occasion],
        note: notes.join('\n\n'),
      }),
    )
    .join('');
}
