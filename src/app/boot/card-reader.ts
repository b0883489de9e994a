import { createWorker, type Worker as Engine, OEM, type Page, PSM } from 'tesseract.js';
import { cardPartsFolder } from '../../device/card-parts.ts';
import type { CardWord } from '../../exchange/card/word.ts';
import { fetchParts, hasAccentPart } from './card-part-store.ts';
import { startTimer } from './start-timer.ts';

export type CardReading =
  | { readonly kind: 'read'; readonly words: readonly CardWord[] }
  | { readonly kind: 'cancelled' }
  /** What reads cards was never fetched, and cannot be now. */
  | { readonly kind: 'missing-parts' }
  | { readonly kind: 'failed' };

export interface ReadOptions {
  /** Told 0 to 1. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface CardReader {
  /** Reads a flat, upright card. Reads one after the other; never rejects. */
  read(card: Blob, options?: ReadOptions): Promise<CardReading>;
  /**
   * The words of the same card as a second engine reads them, which knows accents (`secondOpinion`): beside the first,
   * not after it. None where its part is not here, or it fails. Never rejects.
   */
  readAgain(card: Blob): Promise<readonly CardWord[]>;
  /** Starts the engine ahead of the first picture, where its parts are here already. */
  start(): void;
  /** Frees the engine's memory (about 100 MB); the next read starts it again. */
  close(): void;
}

/** Fetching on a slow line takes most of it; reading itself takes seconds on a slow phone. */
const patienceMs = 180_000;

/** Reads words off a picture in a worker of its own, which all comes from this origin. No picture leaves the device. */
export function createCardReader(): CardReader {
  let engine: Promise<StartedEngine> | undefined;
  let accents: Promise<StartedEngine> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let lastSeen: Promise<unknown> = Promise.resolve();

  function close(): void {
    for (const ending of [engine, accents]) {
      void ending?.then(({ terminate }) => terminate()).catch(() => undefined);
    }
    engine = undefined;
    accents = undefined;
  }

  async function startAccents(): Promise<StartedEngine> {
    if (accents === undefined && !(await hasAccentPart())) throw new Error('No accents here');
    accents ??= startEngine('latin');
    return accents;
  }

  async function readOne(card: Blob, options: ReadOptions): Promise<CardReading> {
    if (options.signal?.aborted === true) return { kind: 'cancelled' };
    const end = whenToEnd(options.signal);
    const outcome = await Promise.race([readNow(card, options), end.comes]);
    end.forget();
    if (outcome.kind === 'cancelled' || outcome.kind === 'failed') close();
    return outcome;
  }

  async function readNow(card: Blob, { onProgress, signal }: ReadOptions): Promise<CardReading> {
    try {
      if (engine === undefined && (await fetchParts(undefined, signal)) === 'missing-parts') {
        return { kind: 'missing-parts' };
      }
      if (signal?.aborted === true) return { kind: 'cancelled' };
      engine ??= startEngine('eng');
      const { recognize } = await engine;
      return { kind: 'read', words: pageToWords(await recognize(card, onProgress)) };
    } catch {
      return { kind: 'failed' };
    }
  }

  return {
    read(card, options = {}) {
      const reading = last.then(() => readOne(card, options));
      last = reading;
      return reading;
    },
    readAgain(card) {
      const seeing = lastSeen.then(async () => {
        const { recognize } = await startAccents();
        return pageToWords(await recognize(card, undefined));
      });
      lastSeen = seeing.catch(() => undefined);
      return Promise.race([seeing, whenLate()]).catch(() => []);
    },
    start() {
      engine ??= startEngine('eng');
      // Whoever reads next is told.
      engine.catch(() => undefined);
      startAccents().catch(() => undefined);
    },
    close,
  };
}

interface StartedEngine {
  recognize(card: Blob, onProgress: ReadOptions['onProgress']): Promise<Page>;
  terminate(): void;
}

async function startEngine(model: 'eng' | 'latin'): Promise<StartedEngine> {
  let tell: ReadOptions['onProgress'];
  const engine: Engine = await createWorker(model, OEM.LSTM_ONLY, {
    workerPath: `${cardPartsFolder}worker.min.js`,
    corePath: `${cardPartsFolder}tesseract-core-simd-lstm.js`,
    langPath: cardPartsFolder,
    // The parts are kept by the service worker; the engine's own copy in IndexedDB would double them.
    cacheMethod: 'none',
    // A worker from a blob would not be under this origin's content policy.
    workerBlobURL: false,
    logger: ({ status, progress }) => {
      if (status === 'recognizing text') tell?.(progress);
    },
    // Without one it throws where nobody can catch.
    errorHandler: () => undefined,
  });
  // Words stand in columns and corners on a card: no reading order is asked for.
  await engine.setParameters({ tessedit_pageseg_mode: PSM.SPARSE_TEXT, user_defined_dpi: '300' });
  return {
    async recognize(card, onProgress) {
      tell = onProgress;
      const { data } = await engine.recognize(card, {}, { text: false, blocks: true });
      onProgress?.(1);
      return data;
    },
    terminate: () => void engine.terminate(),
  };
}

function pageToWords({ blocks }: Page): readonly CardWord[] {
  const lines = (blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines));
  return lines.flatMap(({ words }) =>
    words.map(({ text, confidence, bbox }) => ({
      text,
      confidence,
      box: { left: bbox.x0, top: bbox.y0, right: bbox.x1, bottom: bbox.y1 },
    })),
  );
}

/** The second engine is not waited for longer than this. */
const accentsMs = 20_000;

function whenLate(): Promise<readonly CardWord[]> {
  return new Promise((resolve) => startTimer(() => resolve([]), accentsMs));
}

/** Comes when somebody cancels, or when the engine says nothing any more: it does not tell when it dies. */
function whenToEnd(signal: AbortSignal | undefined) {
  let forget: () => void = () => undefined;
  const comes = new Promise<CardReading>((resolve) => {
    const cancel = () => resolve({ kind: 'cancelled' });
    signal?.addEventListener('abort', cancel, { once: true });
    const stopTimer = startTimer(() => resolve({ kind: 'failed' }), patienceMs);
    forget = () => {
      stopTimer();
      signal?.removeEventListener('abort', cancel);
    };
  });
  return { comes, forget };
}
