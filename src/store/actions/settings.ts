import type { Session } from '../../protocol/session.ts';
import type { StoreContext } from '../context.ts';
import { enqueueEverything, unparkEverything } from '../enqueue-everything.ts';
import { readMeta, writeMeta } from '../meta.ts';

export type ConnectResult =
  | { readonly kind: 'connected' }
  | { readonly kind: 'somebody-else'; readonly email: string };

export function settingsActions({ db, nowMs, onSaved }: StoreContext) {
  const tables = [db.person, db.note, db.occasion, db.touch, db.outbox, db.parked, db.meta];
  return {
    /**
     * Remembers who signed in. Never mixes two people's data on one device; the same person on a
     * contact database that was made anew gets everything that is here.
     */
    async connect(session: Session): Promise<ConnectResult> {
      const result = await db.transaction('rw', tables, async (): Promise<ConnectResult> => {
        const present = await readMeta(db, 'connection');
        if (present && present.accountId !== session.accountId) {
          if (!isSameEmail(present.email, session.email)) {
            // The stranger's session took the place of the one that was here.
            await writeMeta(db, 'connection', { ...present, isSignedIn: false });
            return { kind: 'somebody-else', email: present.email };
          }
          await enqueueEverything(db, []);
          await writeMeta(db, 'position', { head: null, cursor: 0 });
        }
        await writeMeta(db, 'connection', { ...session, isSignedIn: true });
        return { kind: 'connected' };
      });
      onSaved();
      return result;
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
    /** The region whose own form of phone numbers is understood, ISO 3166-1 alpha-2. */
    setRegion: (code: string) => writeMeta(db, 'region', { code }),
    rememberPersistence: (isKept: boolean) => writeMeta(db, 'persistence', { isKept, askedAtMs: nowMs() }),
    /** Refused edits are tried once more. */
    async retryRefused(): Promise<void> {
      await db.transaction('rw', db.outbox, db.parked, async () => unparkEverything(db));
      onSaved();
    },
  };
}

function isSameEmail(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
