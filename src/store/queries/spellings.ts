import { Dexie } from 'dexie';
import { rowToPerson } from '../../domain/person.ts';
import { listSpellings, type Spellings } from '../../exchange/details/apply-spellings.ts';
import type { StoreContext } from '../context.ts';
import { isStoredDeleted } from '../stored-row.ts';

/** What the agent put right in details of anybody. */
export function spellingQueries({ db }: StoreContext) {
  let known: Promise<Spellings> | undefined;
  const ofPeople = `idb://${db.name}/person/`;
  // All people are read for it: once, and again only after one of them has changed, in any tab.
  Dexie.on('storagemutated', (changed) => {
    if (Object.keys(changed).some((key) => key.startsWith(ofPeople))) known = undefined;
  });
  const read = async () => {
    const rows = await db.person.toArray();
    return listSpellings(rows.flatMap((row) => (isStoredDeleted(row) ? [] : rowToPerson(row).details)));
  };
  return {
    readSpellings(): Promise<Spellings> {
      known ??= read();
      known.catch(() => {
        known = undefined;
      });
      return known;
    },
  };
}
