import { createHasher } from '../../../../device/create-hasher.ts';
import { readNewFile } from '../../../../device/read-new-file.ts';
import { maxNoteLength, mediaTypePattern } from '../../../../domain/limits.ts';
import { photoToLine, type VcardPhoto } from '../../../../exchange/vcard/photo.ts';
import type { ReadVcard } from '../../../../exchange/vcard/read-card.ts';
import { draftFileActions } from '../../../../store/actions/draft-files.ts';
import type { App } from '../../../ports/app.ts';
import type { ReadBesides } from '../ways/way.ts';

/** What a card says beyond its fields, with its pictures kept as draft files; what is not kept, in words. */
export interface KeptBesides {
  readonly besides: ReadBesides;
  readonly leftOut: readonly string[];
}

export async function keepBesides(app: App, { photos, rest }: ReadVcard): Promise<KeptBesides> {
  const fileIds: string[] = [];
  const lines = [...rest];
  for (const photo of photos) {
    const picture = photoToBlob(photo);
    if (picture === undefined) lines.push(photoToLine(photo));
    else
      fileIds.push(
        await app.part(draftFileActions).keepDraftFile(await readNewFile(picture, createHasher())),
      );
  }
  const { kept, leftOut } = takeWhatFits(lines);
  return { besides: { cardLines: kept.join('\n'), fileIds }, leftOut };
}

/** Undefined for what is no picture. */
function photoToBlob({ type, base64 }: VcardPhoto): Blob | undefined {
  if (!mediaTypePattern.test(type) || !type.startsWith('image/')) return undefined;
  try {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return bytes.length === 0 ? undefined : new Blob([bytes], { type });
  } catch {
    return undefined;
  }
}

/** A sound or a logo within a card may be larger than all that a person's card lines may hold. */
export function takeWhatFits(lines: readonly string[]): {
  readonly kept: readonly string[];
  readonly leftOut: readonly string[];
} {
  const kept: string[] = [];
  const leftOut: string[] = [];
  let length = 0;
  for (const line of lines) {
    if (length + line.length + 1 > maxNoteLength) leftOut.push(line);
    else {
      kept.push(line);
      length += line.length + 1;
    }
  }
  return { kept, leftOut };
}
