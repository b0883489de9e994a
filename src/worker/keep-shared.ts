import { createHasher } from '../device/create-hasher.ts';
import { decodeVcardBytes } from '../device/decode-vcard-bytes.ts';
import { openDevice } from '../device/open-device.ts';
import { essenceOf, readNewFile } from '../device/read-new-file.ts';
import { maxFileBytes, mediaTypePattern } from '../domain/limits.ts';
import { isVcardText, sharedToText } from '../exchange/shared-text.ts';
import { draftFileActions } from '../store/actions/draft-files.ts';
import { sharedActions } from '../store/actions/shared.ts';

/** Keeps what another app shared (Web Share Target) on the device. Resolves when all of it is on disk. */
export async function keepShared(form: FormData): Promise<void> {
  const context = openDevice(() => undefined);
  try {
    const sorted = sortFiles(form.getAll('files').filter((entry) => entry instanceof File));
    const ids: string[] = [];
    for (const picture of sorted.pictures) {
      ids.push(await draftFileActions(context).keepDraftFile(await readNewFile(picture, createHasher())));
    }
    const read = await Promise.all(sorted.others.map(readText));
    const text = sharedToText({
      title: textIn(form, 'title'),
      text: textIn(form, 'text'),
      url: textIn(form, 'url'),
    });
    const texts = [text, ...read.map((file) => file.text)];
    const fields = {
      line: isVcardText(text) ? '' : text,
      files: ids.join(' '),
      leftOut: [...sorted.tooLarge, ...read.filter((file) => !isVcardText(file.text))]
        .map(({ name }) => name)
        .join(', '),
    };
    const cards = texts.filter(isVcardText).join('\r\n');
    const isAnything = Object.values(fields).some((field) => field !== '');
    await sharedActions(context).keepShared([
      ...(isAnything ? [fields] : []),
      ...(cards === '' ? [] : [{ cards }]),
    ]);
  } finally {
    context.db.close();
  }
}

interface SortedFiles {
  readonly pictures: readonly File[];
  readonly others: readonly File[];
  readonly tooLarge: readonly File[];
}

function sortFiles(files: readonly File[]): SortedFiles {
  const isPicture = ({ type }: File) => type.startsWith('image/') && mediaTypePattern.test(essenceOf(type));
  const fitting = files.filter(({ size }) => size > 0 && size <= maxFileBytes);
  return {
    pictures: fitting.filter(isPicture),
    others: fitting.filter((file) => !isPicture(file)),
    tooLarge: files.filter(({ size }) => size > maxFileBytes),
  };
}

async function readText(file: File): Promise<{ readonly name: string; readonly text: string }> {
  return { name: file.name, text: decodeVcardBytes(new Uint8Array(await file.arrayBuffer())) };
}

function textIn(form: FormData, name: string): string {
  const entry = form.get(name);
  return typeof entry === 'string' ? entry : '';
}
