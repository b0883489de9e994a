import { createHasher } from '../../../src/device/create-hasher.ts';
import { recordingActions } from '../../../src/store/actions/recordings.ts';
import type { OpenStore } from './open-store.ts';

/** A voice note, or more of one, that was spoken and kept. `heard`: what was written along; null where nothing listened. */
export async function say(phone: OpenStore, personId: string, noteId: string | null, heard: string | null) {
  const actions = recordingActions(phone.context);
  const made = await actions.startRecording({ personId, noteId, lock: 'recording/1' });
  await actions.addPiece(made.id, new Uint8Array([1]), { type: 'audio/webm', seconds: 1, heard });
  await actions.stopRecording(made.id, heard);
  await actions.keepRecording(made.id, createHasher());
  return made;
}

/** The contact database has all recordings that this phone knows of. */
export async function confirmAll({ db }: OpenStore): Promise<void> {
  const files = await db.file.toArray();
  const rest = { person: '', hash: '', bytes: 1, state: 'confirmed', isCopy: true, usedAtMs: 0 } as const;
  await db.content.bulkPut(files.map(({ id }) => ({ ...rest, id })));
}
