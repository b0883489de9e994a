import { type Profile, rowToProfile } from '../../domain/profile.ts';
import type { Edit } from '../../domain/row.ts';
import type { StoreContext } from '../context.ts';
import { isStoredDeleted } from '../stored-row.ts';

export interface ProfilePage {
  readonly profile: Profile;
  readonly isDeleted: boolean;
  /** The contact database has not heard of the address of the public page, or that it was withdrawn. */
  readonly isTokenWaiting: boolean;
}

/** The agent's own cards, oldest first. */
export function profileQueries({ db }: StoreContext) {
  const isTokenWaiting = async (id: string) => {
    const isAboutToken = ({ edit }: { readonly edit: Edit }) => Object.hasOwn(edit.values, 'token');
    const [waiting, parked] = await Promise.all([
      db.outbox.where('subject').equals(id).toArray(),
      db.parked.where('edit.id').equals(id).toArray(),
    ]);
    return [...waiting, ...parked].some(isAboutToken);
  };
  return {
    async listProfiles(): Promise<ProfilePage[]> {
      const rows = (await db.profile.toArray()).filter((row) => !isStoredDeleted(row));
      const pages = rows.map(async (row) => ({
        profile: rowToProfile(row),
        isDeleted: false,
        isTokenWaiting: await isTokenWaiting(row.id),
      }));
      return Promise.all(pages);
    },

    /** Undefined when there is no such card on this device. */
    async readProfile(id: string): Promise<ProfilePage | undefined> {
      const row = await db.profile.get(id);
      if (row === undefined) return undefined;
      return {
        profile: rowToProfile(row),
        isDeleted: isStoredDeleted(row),
        isTokenWaiting: await isTokenWaiting(id),
      };
    },
  };
}
