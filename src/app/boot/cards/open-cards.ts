import type { Cards } from '../../ports/cards.ts';
import { fetchParts, hasParts } from '../card-part-store.ts';
import { startCardCamera } from './card-camera.ts';
import { openPictureWorker } from './open-picture-worker.ts';

type Reading = ReturnType<typeof import('../card-reading.ts').openCardReading>;

export function openCards(): Cards {
  const pictures = openPictureWorker();
  let reading: Promise<Reading> | undefined;
  let isClosed = false;
  const openReading = () => {
    reading ??= import('../card-reading.ts').then(({ openCardReading }) => openCardReading());
    // Whoever reads next is told.
    reading.catch(() => {
      reading = undefined;
    });
    return reading;
  };
  return {
    startCamera: (video, listener) => startCardCamera(video, pictures, listener),
    toPicture: pictures.toPicture,
    async read(picture, { onProgress, ...options }) {
      if (!(await hasParts())) {
        const fetched = await fetchParts((done) => onProgress('fetching', done), options.signal);
        if (options.signal.aborted) return { kind: 'cancelled' };
        if (fetched === 'missing-parts') return { kind: 'missing-parts' };
      }
      onProgress('reading', 0);
      const { reader, readCard } = await openReading();
      return readCard(
        reader,
        picture,
        { ...options, onProgress: (done) => onProgress('reading', done) },
        pictures.flatten,
      );
    },
    prepare() {
      const start = async () => {
        if (!(await hasParts())) return;
        const { reader } = await openReading();
        if (!isClosed) reader.start();
      };
      void start().catch(() => undefined);
    },
    hasParts,
    fetchParts: async (onProgress) => (await fetchParts(onProgress)) === 'fetched',
    close() {
      isClosed = true;
      pictures.close();
      void reading?.then(({ reader }) => reader.close()).catch(() => undefined);
    },
  };
}
