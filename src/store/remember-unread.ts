import type { StoreContext } from './context.ts';
import { readMeta, writeMeta } from './meta.ts';

/** Within a transaction: remembers that somebody's numbers are still to be read. */
export async function rememberUnread({ db }: StoreContext, personId: string): Promise<void> {
  const people = await listUnread(db);
  await writeMeta(db, 'unread', { people: [...new Set([...people, personId])] });
}

export async function listUnread(db: StoreContext['db']): Promise<readonly string[]> {
  return (await readMeta(db, 'unread'))?.people ?? [];
}
