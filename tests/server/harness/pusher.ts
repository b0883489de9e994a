import { setTimeout as pause } from 'node:timers/promises';
import type { Edit } from '../../../src/domain/row.ts';
import { nthEdit, type Origin, syncOver } from './http-device.ts';

/** A device that sends batches without end, and sends again what was not acknowledged. */
export class Pusher {
  readonly acknowledged: Edit[] = [];
  failures = 0;
  #stopped = false;
  readonly #origin: Origin;
  readonly #cookie: string;
  readonly #nextEdit: (n: number) => Edit;

  constructor(origin: Origin, cookie: string, device: string, number: number) {
    this.#origin = origin;
    this.#cookie = cookie;
    this.#nextEdit = (n) => nthEdit(device, number, n);
  }

  stop(): void {
    this.#stopped = true;
  }

  async run(): Promise<void> {
    for (let n = 0; !this.#stopped; n += 12) {
      const batch = Array.from({ length: 12 }, (_, at) => this.#nextEdit(n + at));
      const taken = new Set(await this.#pushUntilAnswered(batch));
      this.acknowledged.push(...batch.filter((edit) => taken.has(edit.stamp)));
    }
  }

  async #pushUntilAnswered(batch: readonly Edit[]): Promise<readonly string[]> {
    for (;;) {
      try {
        return (await syncOver(this.#origin, this.#cookie, batch)).acknowledged;
      } catch {
        this.failures += 1;
        await pause(10);
      }
    }
  }
}
