import { readHandle } from '../../exchange/handle.ts';
import { lineDraft } from '../../store/actions/drafts.ts';
import type { PersonPage } from '../../store/queries/people.ts';
import type { App } from '../ports/app.ts';
import { readPhoneEntry } from './read-phone-entry.ts';

export type TagField = 'name' | 'company' | 'title' | 'phone' | 'email' | 'handle' | 'address' | 'where';

/** One line of a person's tag: something known, or (with an empty value and no entry) something to add. */
export interface TagLine {
  readonly field: TagField;
  /** Of a multi-valued field: which entry; undefined for a new one. */
  readonly entryId: string | undefined;
  readonly label: string;
  readonly value: string;
}

/** What people call each field. */
export const fieldWords: Readonly<Record<TagField, string>> = {
  name: 'Name',
  phone: 'Phone',
  email: 'Email',
  handle: 'Handle or link',
  company: 'Company',
  title: 'Job',
  address: 'Address',
  where: 'Where you met',
};

const newLabels: Readonly<Partial<Record<TagField, string>>> = {
  phone: 'New phone',
  email: 'New email',
  handle: 'Instagram, LinkedIn, Facebook…',
};

export function knownLines({ person, occasion }: PersonPage): TagLine[] {
  const { company, title } = person;
  const line = (field: TagField, label: string, value: string, entryId?: string) => ({
    field,
    entryId,
    label,
    value,
  });
  return [
    ...(company === '' ? [] : [line('company', fieldWords.company, company)]),
    ...(title === '' ? [] : [line('title', fieldWords.title, title)]),
    ...person.phones.map(({ id, typed, label }) => line('phone', called('phone', label), typed, id)),
    ...person.emails.map(({ id, typed, label }) => line('email', called('email', label), typed, id)),
    ...person.handles.map(({ id, typed, network }) =>
      line('handle', network ?? fieldWords.handle, typed, id),
    ),
    ...person.addresses.map(({ id, typed, label }) => line('address', called('address', label), typed, id)),
    ...(occasion === undefined ? [] : [line('where', fieldWords.where, occasion.name)]),
  ];
}

/** "Phone, work" */
function called(field: TagField, label: string | undefined): string {
  return label === undefined ? fieldWords[field] : `${fieldWords[field]}, ${label}`;
}

/** What can be added: another number, email or handle, and what is not known at all. */
export function newLines({ person, occasion }: PersonPage): TagLine[] {
  const fields: TagField[] = ['phone', 'email', 'handle'];
  if (person.company === '') fields.push('company');
  if (person.title === '') fields.push('title');
  if (occasion === undefined) fields.push('where');
  return fields.map((field) => ({
    field,
    entryId: undefined,
    label: newLabels[field] ?? fieldWords[field],
    value: '',
  }));
}

/** The line that holds the name; it is always there. */
export function nameLine({ person }: PersonPage): TagLine {
  return { field: 'name', entryId: undefined, label: fieldWords.name, value: person.name };
}

/** The name of a line's draft: what is typed in it survives a killed browser. */
export function draftOfLine(
  personId: string,
  { field, entryId }: Pick<TagLine, 'field' | 'entryId'>,
): string {
  return lineDraft(personId, entryId ?? field);
}

/** Saves a line and forgets its draft, together. False when the person was deleted meanwhile. */
export async function saveLine(
  app: App,
  personId: string,
  { field, entryId }: TagLine,
  text: string,
  draftId: string | undefined,
): Promise<boolean> {
  const { store } = app;
  switch (field) {
    case 'name':
    case 'company':
    case 'title':
      return store.editLine(personId, field, text, draftId);
    case 'where':
      return store.editWhereMet(personId, text, draftId);
    case 'email':
    case 'address':
      return store.editEntry(personId, { field, entryId }, { typed: text }, draftId);
    case 'handle':
      return store.editEntry(personId, { field, entryId }, { typed: text, ...readHandle(text) }, draftId);
    case 'phone':
      return store.editEntry(personId, { field, entryId }, await readPhoneEntry(app, text), draftId);
  }
}
