import type { Profile } from '../../domain/profile.ts';
import { readHandle } from '../../exchange/handle.ts';
import { lineDraft } from '../../store/actions/drafts.ts';
import { profileActions } from '../../store/actions/profiles.ts';
import type { App } from '../ports/app.ts';
import { readPhoneEntry } from './read-phone-entry.ts';

export type ProfileField = 'name' | 'phone' | 'email' | 'handle' | 'company' | 'title' | 'address' | 'label';

/** One line of a card: something on it, or (with an empty value and no entry) something to add. */
export interface ProfileLine {
  readonly field: ProfileField;
  /** Of a multi-valued field: which entry; undefined for a new one. */
  readonly entryId: string | undefined;
  readonly label: string;
  readonly value: string;
}

/** What people call each field. */
export const profileWords: Readonly<Record<ProfileField, string>> = {
  name: 'Your name',
  phone: 'Phone',
  email: 'Email',
  handle: 'Handle or link',
  company: 'Company',
  title: 'Job',
  address: 'Address',
  label: 'What you call this card',
};

const newLabels: Readonly<Partial<Record<ProfileField, string>>> = {
  phone: 'New phone',
  email: 'New email',
  handle: 'Instagram, LinkedIn, Facebook…',
  address: 'New address',
};

/** All that is on the card, the name first; it is always there. */
export function profileLines(profile: Profile): ProfileLine[] {
  const line = (field: ProfileField, value: string, entryId?: string, label = profileWords[field]) => ({
    field,
    entryId,
    label,
    value,
  });
  const given = (field: 'company' | 'title' | 'label') =>
    profile[field] === '' ? [] : [line(field, profile[field])];
  return [
    line('name', profile.name),
    ...given('company'),
    ...given('title'),
    ...profile.phones.map(({ id, typed }) => line('phone', typed, id)),
    ...profile.emails.map(({ id, typed }) => line('email', typed, id)),
    ...profile.handles.map(({ id, typed, network }) => line('handle', typed, id, network)),
    ...profile.addresses.map(({ id, typed }) => line('address', typed, id)),
    ...given('label'),
  ];
}

/** What can be added: another number, email, handle or address, and what is not on the card at all. */
export function newProfileLines(profile: Profile): ProfileLine[] {
  const missing = (['company', 'title', 'label'] as const).filter((field) => profile[field] === '');
  return (['phone', 'email', 'handle', 'address', ...missing] as const).map((field) => ({
    field,
    entryId: undefined,
    label: newLabels[field] ?? profileWords[field],
    value: '',
  }));
}

/** The name of a line's draft: what is typed in it survives a killed browser. */
export function draftOfProfileLine(profileId: string, { field, entryId }: ProfileLine): string {
  return lineDraft(profileId, entryId ?? field);
}

/** Saves a line and forgets its draft, together. False when the card was deleted meanwhile. */
export async function saveProfileLine(
  app: App,
  profileId: string,
  { field, entryId }: ProfileLine,
  text: string,
  draftId: string | undefined,
): Promise<boolean> {
  const { editProfileEntry, editProfileLine } = app.part(profileActions);
  switch (field) {
    case 'name':
    case 'company':
    case 'title':
    case 'label':
      return editProfileLine(profileId, field, text, draftId);
    case 'email':
    case 'address':
      return editProfileEntry(profileId, { field, entryId }, { typed: text }, draftId);
    case 'handle':
      return editProfileEntry(profileId, { field, entryId }, { typed: text, ...readHandle(text) }, draftId);
    case 'phone':
      return editProfileEntry(profileId, { field, entryId }, await readPhoneEntry(app, text), draftId);
  }
}
