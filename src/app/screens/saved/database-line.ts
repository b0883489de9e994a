import type { SyncStatus } from '../../../sync/status.ts';

interface DatabaseLine {
  readonly title: string;
  readonly detail: string;
  readonly isThere: boolean;
}

/**
 * What is known about this one person and the contact database. Nothing where there is none:
 * connecting is never offered at the handshake.
 */
export function databaseLine(
  status: SyncStatus,
  { waiting, hasDraft }: { readonly waiting: number; readonly hasDraft: boolean },
): DatabaseLine | undefined {
  if (status.kind === 'on-device') return undefined;
  if (waiting === 0) {
    const detail = hasDraft ? 'All but the note that you are typing.' : 'Every word of it.';
    return { title: 'In your contact database', detail, isThere: true };
  }
  const title = 'Not in your contact database yet';
  if (status.kind === 'signed-out')
    return { title, detail: 'Goes there when you sign in again.', isThere: false };
  if (status.kind === 'outdated')
    return { title, detail: 'Goes there when the app is updated.', isThere: false };
  if (status.kind === 'database-full')
    return { title, detail: 'Its disk is full. Goes there when there is room.', isThere: false };
  if (status.kind === 'refused')
    return { title, detail: 'Something needs a look: see Settings.', isThere: false };
  const isOffline = status.kind === 'waiting' && !status.isOnline;
  return {
    title,
    detail: isOffline ? 'Goes there as soon as you have signal.' : 'On its way.',
    isThere: false,
  };
}
