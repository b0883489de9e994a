import { createHasher } from '../../../../../device/create-hasher.ts';
import { readNewFile } from '../../../../../device/read-new-file.ts';
import { draftFileActions } from '../../../../../store/actions/draft-files.ts';
import type { DraftFields } from '../../../../../store/actions/drafts.ts';
import type { App } from '../../../../ports/app.ts';

/** Resolves with its id when it is on disk; undefined when there is no room. */
export async function keepPicture(app: App, picture: Blob): Promise<string | undefined> {
  try {
    return await app.part(draftFileActions).keepDraftFile(await readNewFile(picture, createHasher()));
  } catch {
    return undefined;
  }
}

/** The tag with one picture more; `instead` leaves it. */
export function withPicture(fields: DraftFields, id: string, instead?: string): DraftFields {
  const { files = '' } = fields;
  const others = files.split(' ').filter((known) => known !== '' && known !== instead);
  return { ...fields, files: [...others, id].join(' ') };
}
