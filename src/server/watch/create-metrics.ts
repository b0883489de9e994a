import { statSync } from 'node:fs';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { freeBytes } from '../disk-room.ts';
import { measureTranscription, type TranscriptionFigures } from './measure-transcription.ts';

export interface AnsweredRequest {
  readonly method: string;
  /** The route's pattern, never the address: that holds accounts and hashes. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export interface Metrics {
  observe(request: AnsweredRequest): void;
  /** In Prometheus' text format. */
  read(): Promise<{ readonly text: string; readonly contentType: string }>;
}

export interface MetricsOptions {
  readonly dataFolder: string;
  /** Undefined where the database is not one file. */
  readonly databaseFile: string | undefined;
  /** Undefined where no recording is written down. */
  readonly transcription?: TranscriptionFigures | undefined;
}

/** Counts of this process; labels name routes and statuses, nobody and no account. */
export function createMetrics({ dataFolder, databaseFile, transcription }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'justmet_request_seconds',
    help: 'How long requests took, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  new Gauge({
    name: 'justmet_disk_free_bytes',
    help: 'Room on the disk of the data folder.',
    registers,
    async collect() {
      this.set(await freeBytes(dataFolder));
    },
  });
  if (databaseFile !== undefined) {
    new Gauge({
      name: 'justmet_database_bytes',
      help: 'Size of the database file.',
      registers,
      collect() {
        this.set(statSync(databaseFile, { throwIfNoEntry: false })?.size ?? 0);
      },
    });
  }
  if (transcription !== undefined) measureTranscription(transcription, registers);
  return {
    observe({ method, route, status, seconds }) {
      durations.observe({ method, route, status: String(status) }, seconds);
    },
    read: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
  };
}
