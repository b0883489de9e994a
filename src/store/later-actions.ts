import { fileActions } from './actions/files.ts';
import { noteActions } from './actions/notes.ts';
import { personActions } from './actions/people.ts';
import { settingsActions } from './actions/settings.ts';
import { unreadNumberActions } from './actions/unread-numbers.ts';
import type { StoreContext } from './context.ts';

/** The actions that the first screen does without: they come after it, or when one of them is wanted. */
export function createLaterActions(context: StoreContext) {
  return {
    ...fileActions(context),
    ...noteActions(context),
    ...personActions(context),
    ...unreadNumberActions(context),
    ...settingsActions(context),
  };
}

export type LaterActions = ReturnType<typeof createLaterActions>;
