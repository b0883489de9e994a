import * as z from 'zod/mini';
import type { LiveWords } from '../../ports/recorder.ts';
import { findLocalRecognition, type Recognition } from './local-recognition.ts';

const resultSchema = z.object({
  results: z.custom<
    ArrayLike<{ readonly isFinal: boolean; readonly [place: number]: { readonly transcript: string } }>
  >((results) => typeof results === 'object' && results !== null && 'length' in results),
});

export interface ListeningAlong {
  /** What was heard; null where nothing listened, or what did was deaf: another way is asked then. */
  stop(): Promise<string | null>;
}

/** Longer than that, its last words are not waited for. */
const lastWordsMs = 800;
/** One that ends at once, over and over, is dead. */
const mostStarts = 200;

/**
 * Writes along while somebody speaks, where the browser's recogniser works on the device. One that would send the
 * voice to its maker is not asked: no third party hears anything. Many exist and are dead, so silence is no error.
 */
export function listenAlong(
  language: string,
  microphone: Pick<MediaStream, 'getAudioTracks'>,
  onWords: (words: LiveWords) => void,
): ListeningAlong {
  let heard: string | null = null;
  let isOver = false;
  let running: Recognition | undefined;

  const begin = async () => {
    const found = await findLocalRecognition(language);
    if (found === undefined || isOver) return;
    const recognition = new found.Constructor();
    Object.assign(recognition, {
      lang: found.language,
      continuous: true,
      interimResults: true,
      processLocally: true,
    });
    // What was heard before it began anew.
    let before = '';
    let starts = 1;
    recognition.addEventListener('result', (event) => {
      const { said, perhaps } = eventToWords(event);
      const words = { said: `${before} ${said}`.trim(), perhaps };
      heard = `${words.said} ${perhaps}`.trim();
      if (!isOver) onWords(words);
    });
    // It ends by itself after a silence, and is wanted for as long as the recording runs.
    recognition.addEventListener('end', () => {
      running = undefined;
      if (isOver || starts >= mostStarts) return;
      before = heard ?? '';
      starts += 1;
      try {
        recognition.start(microphone.getAudioTracks()[0]);
        running = recognition;
      } catch {
        // Another way writes down the rest.
      }
    });
    recognition.start(microphone.getAudioTracks()[0]);
    running = recognition;
  };
  void begin().catch(() => undefined);

  return {
    async stop() {
      isOver = true;
      const recognition = running;
      if (recognition === undefined) return heard || null;
      const ended = new Promise<void>((resolve) => {
        recognition.addEventListener('end', () => resolve(), { once: true });
        setTimeout(resolve, lastWordsMs);
      });
      recognition.stop();
      await ended;
      return heard || null;
    },
  };
}

function eventToWords(event: Event): LiveWords {
  const parsed = resultSchema.safeParse(event);
  if (!parsed.success) return { said: '', perhaps: '' };
  const results = Array.from(parsed.data.results);
  const join = (isFinal: boolean) =>
    results
      .filter((result) => result.isFinal === isFinal)
      .map((result) => result[0]?.transcript.trim() ?? '')
      .filter((text) => text !== '')
      .join(' ');
  return { said: join(true), perhaps: join(false) };
}
