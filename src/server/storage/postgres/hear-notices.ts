import type { Client } from 'pg';
import { listenText, type Notice, readNotice } from './notices.ts';

interface Hearing {
  /** False while something may be missed. */
  isHearing(): boolean;
  close(): Promise<void>;
}

interface HearOptions {
  /** A new connection each time. */
  readonly createClient: () => Client;
  readonly onNotice: (notice: Notice) => void;
  /** Hears again after a gap, in which it may have missed any notice. */
  readonly onGap: () => void;
}

const firstPauseMs = 50;
const longestPauseMs = 1_000;
/** A connection of which nobody says that it broke is noticed after this and a beat's answer. */
const beatMs = 5_000;
const beatAnswerMs = 3_000;

/** Keeps one connection that listens, and makes another whenever it breaks. Resolves when it hears first. */
export async function hearNotices(options: HearOptions): Promise<Hearing> {
  let current = await openEar(options.createClient, options.onNotice);
  let isClosed = false;

  async function listenAgain(): Promise<Ear | undefined> {
    for (let pauseMs = firstPauseMs; !isClosed; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const ear = await openEar(options.createClient, options.onNotice).catch(() => undefined);
      if (ear !== undefined) return ear;
      await pause(pauseMs);
    }
    return undefined;
  }

  async function keepHearing(): Promise<void> {
    for (;;) {
      await current.ended;
      const next = await listenAgain();
      if (next === undefined) return;
      current = next;
      if (isClosed) return current.end();
      options.onGap();
    }
  }

  const kept = keepHearing();
  return {
    isHearing: () => !isClosed && current.isOpen(),
    async close() {
      isClosed = true;
      current.end();
      await kept;
    },
  };
}

/** One listening connection, until it ends. */
interface Ear {
  isOpen(): boolean;
  readonly ended: Promise<void>;
  end(): void;
}

async function openEar(
  createClient: HearOptions['createClient'],
  onNotice: HearOptions['onNotice'],
): Promise<Ear> {
  const client = createClient();
  let isOpen = true;
  let tellEnd = () => {};
  const ended = new Promise<void>((resolve) => {
    tellEnd = resolve;
  });
  const end = () => {
    if (!isOpen) return;
    isOpen = false;
    clearInterval(beating);
    tellEnd();
    client.end().catch(() => undefined);
  };
  client.on('error', end);
  client.on('end', end);
  client.on('notification', (message) => {
    const notice = readNotice(message);
    if (notice !== undefined) onNotice(notice);
  });
  const beating = setInterval(() => {
    const tooLate = setTimeout(end, beatAnswerMs);
    client.query('select 1').then(
      () => clearTimeout(tooLate),
      () => {
        clearTimeout(tooLate);
        end();
      },
    );
  }, beatMs);
  try {
    await client.connect();
    await client.query(listenText);
  } catch (error) {
    end();
    throw error;
  }
  return { isOpen: () => isOpen, ended, end };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
