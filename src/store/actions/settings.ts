import { storableLine } from '../../domain/text.ts';
import type { Session } from '../../protocol/session.ts';
import { makeRowId, type StoreContext } from '../context.ts';
import { refillDatabase, unparkEverything } from '../enqueue-everything.ts';
import { readMeta, writeMeta } from '../meta.ts';
import { readDevice, writeEdit, writeTogether } from '../write-edit.ts';
import { rememberAllUnread } from './unread-numbers.ts';

export type ConnectResult =
  | { readonly kind: 'connected' }
  | { readonly kind: 'somebody-else'; readonly email: string };

export function settingsActions(context: StoreContext) {
  const { db, nowMs, onSaved } = context;
  return {
    /**
     * Remembers who signed in. Never mixes two people's data on one device; the same person on a
     * contact database that was made anew gets everything that is here.
     */
    async connect(session: Session): Promise<ConnectResult> {
      const result = await db.transaction('rw', db.rowTables(), async (): Promise<ConnectResult> => {
        const present = await readMeta(db, 'connection');
        if (present && present.accountId !== session.accountId) {
          if (!isSameEmail(present.email, session.email)) {
            // The stranger's session took the place of the one that was here.
            await writeMeta(db, 'connection', { ...present, isSignedIn: false });
            return { kind: 'somebody-else', email: present.email };
          }
          await refillDatabase(context, []);
          await writeMeta(db, 'position', { head: null, cursor: 0 });
        }
        await writeMeta(db, 'connection', { ...session, isSignedIn: true });
        return { kind: 'connected' };
      });
      onSaved();
      return result;
    },
    /** What people call this device, for "changed on your iPhone"; the first name stays. */
    nameDevice: (name: string) =>
      writeTogether(context, async () => {
        const device = await readDevice(context);
        const rows = await db.device.toArray();
        if (rows.some(({ values }) => values['device'] === device)) return;
        const values = { device, name: storableLine(name) };
        await writeEdit(context, {
          table: 'device',
          id: makeRowId(context),
          values,
          subject: '',
          isNew: true,
        });
      }),
    readDeviceId: async () => db.transaction('rw', db.meta, async () => readDevice(context)),
    /** Remembers which device ended this one; nothing where it is signed in again by now. */
    async markEnded(accountId: string, ended: { readonly at: string; readonly by: string }): Promise<void> {
      await db.transaction('rw', db.meta, async () => {
        const present = await readMeta(db, 'connection');
        if (present?.accountId !== accountId || present.isSignedIn) return;
        await writeMeta(db, 'connection', { ...present, ended });
      });
    },
    /** The email of the one whose people are here, where it is another one than this. */
    async findOtherOwner(email: string): Promise<string | undefined> {
      const present = await readMeta(db, 'connection');
      return present === undefined || isSameEmail(present.email, email) ? undefined : present.email;
    },
    /** The people stay on this device, and so does what has not arrived. */
    async disconnect(): Promise<void> {
      await db.transaction('rw', db.meta, async () => {
        const present = await readMeta(db, 'connection');
        if (present) await writeMeta(db, 'connection', { ...present, isSignedIn: false });
      });
    },
    async markRefillRead(): Promise<void> {
      await db.transaction('rw', db.meta, async () => {
        const refill = await readMeta(db, 'refill');
        if (refill !== undefined) await writeMeta(db, 'refill', { ...refill, isRead: true });
      });
    },
    /** The region whose own form of phone numbers is understood, ISO 3166-1 alpha-2. */
    async setRegion(code: string): Promise<void> {
      await db.transaction('rw', db.person, db.meta, async () => {
        await writeMeta(db, 'region', { code });
        await rememberAllUnread(context);
      });
    },
    rememberPersistence: (isKept: boolean) => writeMeta(db, 'persistence', { isKept, askedAtMs: nowMs() }),
    /** Refused edits are tried once more. */
    async retryRefused(): Promise<void> {
      await db.transaction('rw', db.outbox, db.parked, db.content, async () => unparkEverything(db));
      onSaved();
    },
  };
}

function isSameEmail(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
