import type { CardContact } from '../../../../../exchange/card/words-to-contact.ts';
import {
  type ContactReading,
  emptyContact,
  type LabelledText,
} from '../../../../../exchange/contact-reading.ts';
import type { DraftFields } from '../../../../../store/actions/drafts.ts';
import { isFreeTag, isWhole } from '../../free-tag.ts';

type SuggestedField = 'name' | 'company' | 'title' | 'phone' | 'email' | 'handle' | 'address' | 'note';

/** One value that was read, for one line of the tag. */
export interface Suggestion {
  readonly field: SuggestedField;
  readonly text: string;
  /** What the card called it: "work". */
  readonly label?: string;
  /** Whether it goes with "Keep all"; otherwise it has to be tapped. */
  readonly isSure: boolean;
}

const words: Readonly<Record<SuggestedField, string>> = {
  name: 'Name',
  company: 'Company',
  title: 'Job',
  phone: 'Phone',
  email: 'Email',
  handle: 'Link',
  address: 'Address',
  note: 'Note',
};

/** From where on a value needs no look of its own, 0 to 1. An address that its site agrees with is at 0.4. */
const sureFrom: Readonly<Record<SuggestedField, number>> = {
  name: 0.75,
  company: 0.7,
  title: 0.7,
  phone: 0.75,
  email: 0.4,
  handle: 0.4,
  address: 0.5,
  note: Number.POSITIVE_INFINITY,
};

const singles: ReadonlySet<SuggestedField> = new Set(['name', 'company', 'title']);
const mostNotes = 6;

export function fieldInWords({ field, label }: Suggestion): string {
  return label === undefined || label === '' ? words[field] : `${words[field]}, ${label}`;
}

export function isSameSuggestion(one: Suggestion, other: Suggestion): boolean {
  return one.field === other.field && one.text === other.text;
}

/**
 * What both sides of a card say, each value once. A second name, company or job is in doubt. `kept` were tapped; they
 * stay, whatever a later reading says.
 */
export function listSuggestions(
  sides: readonly CardContact[],
  kept: readonly Suggestion[],
): readonly Suggestion[] {
  const listed: Suggestion[] = [];
  for (const found of [...sides.flatMap(cardToSuggestions), ...kept]) {
    if (listed.some((one) => isSameSuggestion(one, found))) continue;
    const isSecond = singles.has(found.field) && listed.some(({ field }) => field === found.field);
    listed.push(isSecond ? { ...found, isSure: false } : found);
  }
  return listed;
}

function cardToSuggestions({ reading, certainty }: CardContact): readonly Suggestion[] {
  const suggest = (field: SuggestedField, { text, label }: LabelledText, sure: number): Suggestion[] => {
    if (text.trim() === '') return [];
    const isSure = sure >= sureFrom[field];
    return [label === undefined ? { field, text, isSure } : { field, text, label, isSure }];
  };
  const each = (field: SuggestedField, texts: readonly LabelledText[], sure: readonly number[]) =>
    texts.flatMap((text, place) => suggest(field, text, sure[place] ?? 0));
  const notes = reading.note.split('\n').map((text) => ({ text: text.trim() }));
  return [
    ...suggest('name', { text: reading.name }, certainty.name),
    ...suggest('company', { text: reading.company }, certainty.company),
    ...suggest('title', { text: reading.title }, certainty.title),
    ...each('phone', reading.phones, certainty.phones),
    ...each('email', reading.emails, certainty.emails),
    ...each(
      'handle',
      reading.handles.map((text) => ({ text })),
      certainty.handles,
    ),
    ...each('address', reading.addresses, certainty.addresses),
    ...each('note', notes, []).slice(0, mostNotes),
  ];
}

/**
 * The first name of whom these are, where they can be saved as they are: they have a name and a number or an address,
 * and the tag holds nothing but the place and the card's own pictures.
 */
export function savableName(kept: readonly Suggestion[], tag: DraftFields): string | undefined {
  const contact = suggestionsToContact(kept);
  return isWhole(contact) && isFreeTag(tag, ['files']) ? contact.name.trim().split(/\s+/u)[0] : undefined;
}

/** Of two names, companies or jobs the second goes to the note. */
export function suggestionsToContact(kept: readonly Suggestion[]): ContactReading {
  const of = (field: SuggestedField) => kept.filter((one) => one.field === field);
  const labelled = (field: SuggestedField): readonly LabelledText[] =>
    of(field).map(({ text, label }) => (label === undefined ? { text } : { text, label }));
  const first = (field: SuggestedField) => of(field)[0]?.text ?? '';
  const others = [...singles].flatMap((field) => of(field).slice(1));
  return {
    ...emptyContact,
    name: first('name'),
    company: first('company'),
    title: first('title'),
    phones: labelled('phone'),
    emails: labelled('email'),
    handles: of('handle').map(({ text }) => text),
    addresses: labelled('address'),
    note: [...others, ...of('note')].map(({ text }) => text).join('\n'),
  };
}
