import type { Cards } from '../../ports/cards.ts';
import { fetchParts, hasParts } from '../card-part-store.ts';
import { type CardReader, createCardReader } from '../card-reader.ts';
import { readCard } from '../read-card.ts';
import { startCardCamera } from './card-camera.ts';
import { toPicture } from './to-picture.ts';

export function openCards(): Cards {
  let reader: CardReader | undefined;
  let isClosed = false;
  const openReader = () => {
    reader ??= createCardReader();
    return reader;
  };
  return {
    startCamera: startCardCamera,
    toPicture,
    async read(picture, { onProgress, ...options }) {
      if (!(await hasParts())) {
        const fetched = await fetchParts((done) => onProgress('fetching', done), options.signal);
        if (options.signal.aborted) return { kind: 'cancelled' };
        if (fetched === 'missing-parts') return { kind: 'missing-parts' };
      }
      onProgress('reading', 0);
      return readCard(openReader(), picture, {
        ...options,
        onProgress: (done) => onProgress('reading', done),
      });
    },
    prepare() {
      const start = async () => {
        if ((await hasParts()) && !isClosed) openReader().start();
      };
      void start();
    },
    hasParts,
    fetchParts: async (onProgress) => (await fetchParts(onProgress)) === 'fetched',
    close() {
      isClosed = true;
      reader?.close();
    },
  };
}
