import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { Note } from '../../../domain/note.ts';
import { recordingQueries } from '../../../store/queries/recordings.ts';
import type { WritingDown } from '../../ports/recorder.ts';
import { useApp, useSignal } from '../use-app.ts';

type Writer = 'device' | 'server' | 'nobody';

const words: Readonly<Record<Writer, string>> = {
  device: 'Will be written down on this phone.',
  server: 'Will be written down by your contact database, once it has the recording.',
  nobody: 'Not written down yet. The recording is kept until you have read its text.',
};

interface Waiting {
  readonly words: string;
  /** A recording whose writing down was broken off, to be asked for again. */
  readonly brokenId?: string;
}

/** Who will write a voice note down, in a sentence. */
export function useWriter(note: Note): Waiting {
  const { writingDown, part } = useApp();
  const queries = part(recordingQueries);
  const brokenOff = useLiveQuery(() => queries.listBrokenOff(), [queries]) ?? [];
  const now = useSignal(writingDown);
  const writer = useLikelyWriter(note);
  const broken = note.unwritten.find(({ id }) => brokenOff.includes(id) && id !== now?.fileId);
  if (broken === undefined) return { words: sayWho(note, now, words[writer]) };
  return { words: brokenWords, brokenId: broken.id };
}

const brokenWords =
  'The app ended while it wrote this down: perhaps the phone was short of memory. The recording is kept.';

function sayWho(note: Note, now: WritingDown | undefined, likely: string): string {
  if (now !== undefined && note.recordings.some(({ id }) => id === now.fileId)) {
    return `Being written down on this phone, ${Math.round(now.done * 100)} %…`;
  }
  if (note.unwritten.length === 0) return 'No words were heard in it. Listen, and write down what matters.';
  return note.text === '' ? likely : `A recording of it has no words yet. ${likely}`;
}

/** The phone where it can, and has the recording; else the contact database, as far as it could be asked. */
function useLikelyWriter({ unwritten }: Note): Writer {
  const { loadSpeech, contactDatabase, isOnline, part } = useApp();
  const queries = part(recordingQueries);
  const ids = unwritten.map(({ id }) => id).join(' ');
  const isOnThisPhone = useLiveQuery(
    async () => (await queries.listUnheard('heardOnDevice')).some((id) => ids.split(' ').includes(id)),
    [queries, ids],
  );
  const hasSignal = useSignal(isOnline);
  const [writer, setWriter] = useState<Writer>('nobody');
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      const isHere = await loadSpeech().then(
        (speech) => speech.isHere(),
        () => false,
      );
      if (isHere && isOnThisPhone) return 'device';
      const health = hasSignal ? await contactDatabase.readHealth() : undefined;
      return health?.kind === 'ok' && health.value.writesDown ? 'server' : 'nobody';
    };
    void look().then((found) => {
      if (!isOver) setWriter(found);
    });
    return () => {
      isOver = true;
    };
  }, [loadSpeech, contactDatabase, hasSignal, isOnThisPhone]);
  return writer;
}
