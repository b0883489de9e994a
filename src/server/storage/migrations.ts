import type { Kysely } from 'kysely';
import type { DialectName } from './dialect.ts';
import { createContactTables } from './migrations/0001-contacts.ts';
import { createSignInTables } from './migrations/0002-sign-in.ts';
import { createViews } from './migrations/0003-views.ts';
import { createPeopleTables } from './migrations/0004-people.ts';
import { createDeviceTables } from './migrations/0006-devices.ts';
import { createAppPasswords } from './migrations/0007-app-passwords.ts';
import { createAttempts } from './migrations/0008-attempts.ts';
import { freeHotTables } from './migrations/0009-hot-tables.ts';
import { createCards } from './migrations/0010-cards.ts';
import { createTranscription } from './migrations/0011-transcription.ts';
import { createReminders } from './migrations/0012-reminders.ts';
import { createCalendarFeeds } from './migrations/0013-calendar.ts';
import { createNotesAsRead } from './migrations/0014-notes-as-read.ts';
import { findRecordingsByNote } from './migrations/0015-recordings-by-note.ts';

type Up = (db: Kysely<unknown>, dialect: DialectName) => Promise<void>;

/** In order, and never changed once released: a later change is a migration of its own. Each runs on both databases. */
export const migrations: Readonly<Record<string, Up>> = {
  '0001-contacts': createContactTables,
  '0002-sign-in': createSignInTables,
  '0003-views': createViews,
  '0004-people': createPeopleTables,
  '0006-devices': createDeviceTables,
  '0007-app-passwords': createAppPasswords,
  '0008-attempts': createAttempts,
  '0009-hot-tables': freeHotTables,
  '0010-cards': createCards,
  '0011-transcription': createTranscription,
  '0012-reminders': createReminders,
  '0013-calendar': createCalendarFeeds,
  '0014-notes-as-read': createNotesAsRead,
  '0015-recordings-by-note': findRecordingsByNote,
};
