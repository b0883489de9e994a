import type { Reminder } from '../protocol/push.ts';

/** What a reminder says on a lock screen, and the room that it opens. */
export interface ShownReminder {
  readonly title: string;
  readonly body: string;
  readonly path: '/review' | '/today';
}

/** Undefined: one that this version cannot read. Something is shown all the same: browsers ask for it. */
export function reminderInWords(reminder: Reminder | undefined): ShownReminder {
  if (reminder === undefined)
    return { title: 'Justmet', body: 'There is something for you today.', path: '/today' };
  const { kind, count, names = [] } = reminder;
  const who = count === 1 ? '1 person' : `${count} people`;
  if (kind === 'evening') {
    const body = names.length === 0 ? 'While you remember them.' : namesInWords(names, count);
    return { title: `${who} to look at`, body, path: '/review' };
  }
  const title = `${who} ${count === 1 ? 'is' : 'are'} due to hear from you`;
  return { title, body: names.length === 0 ? '' : namesInWords(names, count), path: '/today' };
}

/** "Dana, Luis and 2 more" */
function namesInWords(names: readonly string[], count: number): string {
  const more = count - names.length;
  if (more > 0) return `${names.join(', ')} and ${more} more`;
  const last = names.at(-1) ?? '';
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
