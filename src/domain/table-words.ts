import type { TableName } from './row.ts';

/** Ways to be in touch that a touch may be about; `contacts` is the phone's own address book, `own-mail` a mail to oneself. */
export const touchWays = [
  'call',
  'text',
  'email',
  'follow',
  'whatsapp',
  'contacts',
  'own-mail',
  'card',
  'coffee',
  'visit',
  'other',
] as const;
/** That are no hello to somebody: an entry in the agent's own address book, a mail to oneself, a card that was shown. */
export const silentWays: readonly string[] = ['contacts', 'own-mail', 'card'];
export const rhythmUnits = ['day', 'week', 'month', 'year'] as const;
/** What a hello can be written for. */
export const templateWays = ['text', 'email', 'whatsapp'] as const;

export const tagColours = ['blue', 'green', 'red', 'violet', 'orange', 'teal'] as const;
export type TagColour = (typeof tagColours)[number];

export const visitorAnswers = ['kept', 'not-kept'] as const;
export const fileKinds = ['picture', 'recording'] as const;

/** A UUIDv7 of the year 1970, the same for everybody: two devices that choose change one row. */
export const preferenceId = '00000000-0000-7000-8000-000000000001';

export const tableNames = [
  'person',
  'note',
  'occasion',
  'touch',
  'file',
  'device',
  'profile',
  'template',
  'visitor',
  'preference',
] as const satisfies readonly TableName[];
