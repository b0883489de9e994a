import type { Person } from '../domain/person.ts';
import { mailtoLink } from './hello-link.ts';

export interface OwnMail {
  /** The agent's own address. */
  readonly to: string;
  readonly person: Person;
  /** '' where nobody said. */
  readonly where: string;
  /** In words: "22 Nov, 6:42 pm". */
  readonly when: string;
  /** Latest first. */
  readonly notes: readonly string[];
  /** Characters that the link may have: what mail programs take differs. */
  readonly maxLength: number;
}

const cutOff = '… (the rest is in Justmet)';

/** A mail to oneself about somebody, with the notes: it goes nowhere but to the agent's own inbox. */
export function ownMailLink({ to, maxLength, ...mail }: OwnMail): string {
  const { person, where } = mail;
  const label = person.name || knownLines(person)[0] || 'Somebody';
  const subject = where === '' ? label : `${label}, ${where}`;
  const facts = factLines(mail).join('\n');
  const notes = mail.notes.join('\n\n');
  const linkWith = (text: string) =>
    mailtoLink({ to, subject, body: text === '' ? facts : `${facts}\n\n${text}` });
  const whole = linkWith(notes);
  if (whole.length <= maxLength) return whole;
  let [fits, tooLong] = [0, notes.length];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (linkWith(cut(notes, middle)).length <= maxLength) fits = middle;
    else tooLong = middle;
  }
  return linkWith(cut(notes, fits));
}

/** Never through a surrogate pair. */
function cut(text: string, length: number): string {
  return (
    text
      .slice(0, length)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trimEnd() + cutOff
  );
}

function factLines({ person, where, when }: Omit<OwnMail, 'to' | 'maxLength'>): string[] {
  const work = [person.title, person.company].filter((text) => text !== '').join(', ');
  const met = [where, when].filter((text) => text !== '').join(', ');
  const lines = [person.name, work, ...knownLines(person)].filter((text) => text !== '');
  return met === '' ? lines : [...lines, '', `Met: ${met}`];
}

function knownLines({ phones, emails, handles, addresses }: Person): string[] {
  const typed = [...phones, ...emails, ...addresses].map((entry) => entry.typed);
  return [...typed, ...handles.map((handle) => handle.url ?? handle.typed)];
}
