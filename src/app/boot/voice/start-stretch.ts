import type { recordingActions } from '../../../store/actions/recordings.ts';
import type { Kept, RecorderEvents, RecordingOptions } from '../../ports/recorder.ts';
import { chooseFormat, speechBitsPerSecond } from './choose-format.ts';
import { createPieceWriter, type PieceWriter } from './piece-writer.ts';
import { startClock } from './recording-clock.ts';

/** A killed browser takes at most this and what the encoder holds back: together under a second. */
const pieceMs = 400;

export interface StretchParts {
  readonly actions: Pick<
    ReturnType<typeof recordingActions>,
    'startRecording' | 'addPiece' | 'stopRecording'
  >;
  readonly microphone: MediaStream;
  readonly options: RecordingOptions;
  readonly events: RecorderEvents;
  /** Makes a voice note of it. Never rejects. */
  readonly keep: (id: string) => Promise<Kept>;
}

/** As much of what is said as one file takes. */
export interface Stretch {
  readonly id: string;
  readonly noteId: string;
  readonly writer: PieceWriter;
  flush(): void;
  /** Resolves when its last piece has come. */
  end(): Promise<void>;
}

interface StretchStart {
  /** The name of the lock of this tab. */
  readonly lock: string;
  /** What was said before it, in seconds. */
  readonly before: number;
  /** A piece of it has come. */
  readonly onPiece: () => void;
  /** It ended, by whomever. */
  readonly onEnd: () => void;
}

/** Records from here on. Rejects, and leaves nothing, where the browser cannot record this microphone. */
export async function startStretch(
  { actions, microphone, options, events, keep }: StretchParts,
  { lock, before, onPiece, onEnd }: StretchStart,
): Promise<Stretch> {
  const format = chooseFormat((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(microphone, {
    audioBitsPerSecond: speechBitsPerSecond,
    ...(format === undefined ? {} : { mimeType: format }),
  });
  const { id, noteId } = await actions.startRecording({ ...options, lock });
  const onSafe = (seconds: number) => events.onSafe(Math.round((before + seconds) * 10) / 10);
  const readType = () => recorder.mimeType;
  const writer = createPieceWriter({ actions, events, id, readType, onSafe });
  const ended = new Promise<void>((resolve) =>
    recorder.addEventListener('stop', () => resolve(), { once: true }),
  );
  const readSeconds = startClock();
  recorder.addEventListener('dataavailable', ({ data }) => {
    writer.add(data, readSeconds());
    onPiece();
  });
  recorder.addEventListener('error', onEnd);
  recorder.addEventListener('stop', onEnd);
  try {
    recorder.start(pieceMs);
  } catch (error) {
    // Without one piece it is forgotten.
    await keep(id);
    throw error;
  }
  return {
    id,
    noteId,
    writer,
    flush() {
      if (recorder.state === 'recording') recorder.requestData();
    },
    async end() {
      if (recorder.state !== 'inactive') recorder.stop();
      await ended;
    },
  };
}
