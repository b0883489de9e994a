import { detailsToText } from '../../domain/person.ts';
import type { LabelledText } from '../../exchange/contact-reading.ts';
import { numberToGive } from '../../exchange/number-to-give.ts';
import { cardToVcard } from '../../exchange/vcard.ts';
import type { LeavingPerson } from './collect-people.ts';

export function peopleToVcards(people: readonly LeavingPerson[]): string {
  return people
    .map(({ person, occasion, notes }) =>
      cardToVcard({
        uid: `urn:uuid:${person.id}`,
        name: person.name,
        company: person.company,
        title: person.title,
        phones: person.phones.map((phone) => labelled(numberToGive(phone), phone.label)),
        emails: person.emails.map(({ typed, label }) => labelled(typed, label)),
        addresses: person.addresses.map(({ typed, label }) => labelled(typed, label)),
        links: person.handles.flatMap(({ url }) => (url === undefined ? [] : [url])),
        categories: occasion === '' ? [] : [occasion],
        // Details and notes are empty but where the agent let everything go this once.
        note: [detailsToText(person), ...notes].filter(Boolean).join('\n\n'),
        rest: person.cardLines.split('\n').filter(Boolean),
      }),
    )
    .join('');
}

function labelled(text: string, label: string | undefined): LabelledText {
  return label === undefined ? { text } : { text, label };
}
