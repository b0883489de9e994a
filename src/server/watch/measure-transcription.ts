import { Counter, Gauge, type Registry } from 'prom-client';
import type { QueueCount } from '../transcription/open-queue.ts';

export interface TranscriptionFigures {
  /** Of this process, by how it ended. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** Of the queue, which all processes share. */
  readonly count: () => Promise<QueueCount>;
}

/** What waits to be written down, and what became of what was sent; nobody and no account. */
export function measureTranscription({ outcomes, count }: TranscriptionFigures, registers: Registry[]): void {
  new Counter({
    name: 'justmet_recordings_total',
    help: 'Recordings that this process took out of the queue, by what became of them.',
    labelNames: ['outcome'],
    registers,
    collect() {
      this.reset();
      for (const [outcome, times] of outcomes) this.inc({ outcome }, times);
    },
  });
  const measure = (name: string, help: string, read: (counted: QueueCount) => number) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(read(await count()));
      },
    });
  const waiting = 'Recordings that wait to be written down, or for their bytes.';
  measure('justmet_recordings_waiting', waiting, (counted) => counted.waiting);
  const refused = 'Recordings that the service does not take.';
  measure('justmet_recordings_refused', refused, (counted) => counted.refused);
  const oldest = 'How long the oldest of those that wait has waited.';
  measure('justmet_recordings_oldest_seconds', oldest, ({ oldestSince }) =>
    oldestSince === undefined ? 0 : (Date.now() - oldestSince) / 1_000,
  );
}
