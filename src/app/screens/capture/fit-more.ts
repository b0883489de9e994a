import { joinCardLines } from '../../../domain/card-lines.ts';
import { maxLineLength } from '../../../domain/limits.ts';
import type { CaptureMore } from '../../../store/actions/capture.ts';

/** What came along, as the contact database takes it: what is too long for its line is a note. */
export function fitMore(more: CaptureMore): CaptureMore {
  const { kept, left } = joinCardLines('', more.cardLines);
  const isTooLong = (text: string) => text.length > maxLineLength;
  const long = more.entries.filter(({ reading }) => isTooLong(reading.typed));
  const title = isTooLong(more.title) ? '' : more.title;
  const notes = [
    more.note,
    title === '' ? more.title : '',
    ...long.map(({ reading }) => reading.typed),
    left,
  ];
  return {
    ...more,
    title,
    cardLines: kept,
    entries: more.entries.filter(({ reading }) => !isTooLong(reading.typed)),
    note: notes.filter((text) => text !== '').join('\n'),
  };
}
