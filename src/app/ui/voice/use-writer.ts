import { useEffect, useState } from 'react';
import type { Note } from '../../../domain/note.ts';
import { useApp, useSignal } from '../use-app.ts';

type Writer = 'device' | 'server' | 'nobody';

const words: Readonly<Record<Writer, string>> = {
  device: 'Will be written down on this phone.',
  server: 'Will be written down by your contact database, once it has the recording.',
  nobody: 'Not written down yet. The recording is kept until you have read its text.',
};

/** Who will write a voice note down, in a sentence. */
export function useWriter(note: Note): string {
  const { writingDown } = useApp();
  const now = useSignal(writingDown);
  const writer = useLikelyWriter();
  if (now !== undefined && note.recordings.some(({ id }) => id === now.fileId)) {
    return `Being written down on this phone, ${Math.round(now.done * 100)} %…`;
  }
  if (note.unwritten.length === 0) return 'No words were heard in it. Listen, and write down what matters.';
  return note.text === '' ? words[writer] : `A recording of it has no words yet. ${words[writer]}`;
}

/** The phone where it can; else the contact database, as far as it could be asked. */
function useLikelyWriter(): Writer {
  const { loadSpeech, contactDatabase, isOnline } = useApp();
  const hasSignal = useSignal(isOnline);
  const [writer, setWriter] = useState<Writer>('nobody');
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      const isHere = await loadSpeech().then(
        (speech) => speech.isHere(),
        () => false,
      );
      if (isHere) return 'device';
      const health = hasSignal ? await contactDatabase.readHealth() : undefined;
      return health?.kind === 'ok' && health.value.writesDown ? 'server' : 'nobody';
    };
    void look().then((found) => {
      if (!isOver) setWriter(found);
    });
    return () => {
      isOver = true;
    };
  }, [loadSpeech, contactDatabase, hasSignal]);
  return writer;
}
