import { textOf, textOrNull } from './person.ts';
import { type FieldStamps, memberOf, type Row } from './row.ts';
import { type Stamp, stampToDevice } from './stamp.ts';
import { fileKinds } from './table-words.ts';

export type FileKind = (typeof fileKinds)[number];

/** How the words of a recording were written down, the best first; see `bestHeard`. */
export const heardWays = ['heardByServer', 'heardOnDevice', 'heardLive'] as const;
export type HeardWay = (typeof heardWays)[number];

/**
 * Who wrote, in the stamp of `heardByServer`, where the contact database's service was told no language: some take all
 * for English then, where the phone was told what is spoken.
 */
export const untoldWriter = 'writesauto';

/** A picture or a recording, as its row tells of it; its bytes lie elsewhere under their hash. */
export interface FileFacts {
  readonly id: string;
  readonly personId: string;
  readonly kind: FileKind;
  /** A media type without parameters (RFC 9110, 8.3.1). */
  readonly type: string;
  /** SHA-256 of the bytes, as 64 hexadecimal digits. */
  readonly hash: string;
  readonly bytes: number;
  /** ISO 8601, UTC. */
  readonly takenAt: string;
  /** The note that a recording belongs to. */
  readonly noteId: string | null;
  /** How long a recording is, where that is known. */
  readonly seconds: number | null;
  readonly isCutOff: boolean;
  /** A recording's words by the way that wrote them down: null where it has not, empty where it heard none. */
  readonly heard: Readonly<Record<HeardWay, string | null>>;
  /** The contact database's words come of a service that was told no language. */
  readonly isUntold: boolean;
}

/** A row, or as it is stored: `stamp` is then that of the fields that `stamps` does not list. */
interface FileRow extends Pick<Row, 'id' | 'values'> {
  readonly stamp?: Stamp | undefined;
  readonly stamps?: FieldStamps | undefined;
}

export function rowToFile({ id, values, stamp = '', stamps = {} }: FileRow): FileFacts {
  const { bytes, seconds } = values;
  return {
    id,
    personId: textOf(values['person']),
    kind: fileKinds.find((known) => known === values['kind']) ?? 'picture',
    type: textOf(values['type']),
    hash: textOf(values['hash']),
    bytes: typeof bytes === 'number' ? bytes : 0,
    takenAt: textOf(values['takenAt']),
    noteId: textOrNull(values['note']),
    seconds: typeof seconds === 'number' ? seconds : null,
    isCutOff: values['isCutOff'] === true,
    heard: {
      heardByServer: textOrNull(values['heardByServer']),
      heardOnDevice: textOrNull(values['heardOnDevice']),
      heardLive: textOrNull(values['heardLive']),
    },
    isUntold: stampToDevice(memberOf(stamps, 'heardByServer') ?? stamp) === untoldWriter,
  };
}

/**
 * The best that was heard in a recording: null where nobody has written it down yet, empty where no word was heard. The
 * contact database hears best, and behind the phone's own Whisper where it had to guess the language.
 */
export function bestHeard({
  heard,
  isUntold,
}: Pick<FileFacts, 'heard' | 'isUntold'>): { way: HeardWay; text: string } | null {
  const [server, device, live] = heardWays;
  const tried = (isUntold ? [device, server, live] : heardWays).flatMap((way) => {
    const text = heard[way];
    return text === null ? [] : [{ way, text }];
  });
  return tried.find(({ text }) => text !== '') ?? tried[0] ?? null;
}
