import type { FetchOutcome } from '../../sync/fetch-file.ts';
import type { Room } from '../../sync/make-room.ts';

export type AddOutcome = 'added' | 'too-large' | 'empty' | 'not-a-picture' | 'gone' | 'full' | 'failed';

export type LoadOutcome = FetchOutcome['kind'] | 'full';

/** The bytes of pictures and recordings, here and in the contact database. Nothing here throws. */
export interface AppFiles {
  /** Saves a picture that somebody chose; 'added' once it is durable. */
  add(personId: string, file: Blob): Promise<AddOutcome>;
  /** Brings a file's bytes here; several calls for one share the way. */
  load(id: string): Promise<LoadOutcome>;
  /** Removes from this device what the contact database has just confirmed to have, as much of it as there is. */
  makeRoom(): Promise<Room>;
  /** The same when the storage runs short, or copies take more than their share; nothing otherwise. */
  keepWithinQuota(): Promise<void>;
}
