import type { SyncEngine } from '../../src/sync/engine.ts';
import type { Ledger } from './ledger.ts';
import type { MemoryDisk } from './memory-disk.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import type { Settings } from './settings.ts';
import type { SimulatedServer } from './simulated-server.ts';
import type { WebLock } from './web-lock.ts';

/** A defect put in on purpose, to see that the simulation finds it. */
export type PlantedFault =
  | 'ack-by-position'
  | 'overwriting-pull'
  | 'early-unlock'
  | 'confirm-unsent'
  | 'evict-unasked';

export interface World {
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly server: SimulatedServer;
  readonly ledger: Ledger;
  readonly devices: Device[];
  readonly fault: PlantedFault | undefined;
  settings: Settings;
  /** From here on nothing goes wrong any more, and all must come to agree. */
  isHealing: boolean;
  /** The first rule that was broken, with its number in docs/sync.md. */
  violation: string | undefined;
  /** For the trace of a run that failed. */
  readonly tell: (line: () => string) => void;
  readonly fail: (violation: string) => void;
}

export interface Device {
  readonly name: string;
  readonly disk: MemoryDisk;
  readonly lock: WebLock;
  /** Those that live: pages, and maybe the service worker. */
  tabs: Tab[];
  isOn: boolean;
  isOnline: boolean;
  /** How far its clock is from the right time. */
  clockMs: number;
  /** Nothing more can be written. */
  isFull: boolean;
  isConnecting: boolean;
  /** Which of the server's lives it last had an answer from, or was connected to; -1 for none. */
  answeredEpoch: number;
  /** The latest stamp that it made or saw. */
  latestStamp: string;
  /** Something was committed since its status was last compared with the truth. */
  isToLookAt: boolean;
}

export interface Tab {
  readonly name: string;
  readonly device: Device;
  readonly isWorker: boolean;
  readonly engine: SyncEngine;
  isAlive: boolean;
  /** So many steps of its database are left to it. */
  stepsLeft: number | undefined;
  /** Takes whoever is with it along. */
  isDeviceDoomed: boolean;
  /** The requests whose answers it waits for. */
  readonly waiting: Set<Waiting>;
  /** Which of the server's lives the last answer came from. */
  answerEpoch: number;
  lastOutcome: string | undefined;
}

export interface Waiting {
  readonly isSender: boolean;
  /** As if no answer had come. */
  readonly giveUp: () => void;
}

/** When the simulated time begins. */
const startMs = Date.UTC(2026, 10, 22, 18, 42);

export function readClock({ scheduler }: World, device: Device): number {
  return Math.floor(startMs + scheduler.nowMs() + device.clockMs);
}
