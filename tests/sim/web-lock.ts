import type { Scheduler } from './scheduler.ts';

interface LockRequest {
  readonly owner: object;
  readonly start: () => void;
}

/** A device's Web Lock over its tabs: the holder's end gives it to the next, however it ended. */
export class WebLock {
  readonly #scheduler: Scheduler;
  #holder: LockRequest | undefined;
  #waiting: LockRequest[] = [];

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  request<T>(owner: object, run: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const mine: LockRequest = {
        owner,
        start: () => {
          const end = () => this.#end(mine);
          void run().then(resolve, reject).finally(end);
        },
      };
      this.#waiting.push(mine);
      this.#grant();
    });
  }

  /** Whoever held it or waited for it is gone, or must not hold it any longer. */
  abandon(owner: object): void {
    this.#waiting = this.#waiting.filter((waiting) => waiting.owner !== owner);
    if (this.#holder?.owner === owner) this.#end(this.#holder);
  }

  #end(request: LockRequest): void {
    if (this.#holder !== request) return;
    this.#holder = undefined;
    this.#grant();
  }

  #grant(): void {
    if (this.#holder !== undefined) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    this.#holder = next;
    this.#scheduler.after(1, () => {
      if (this.#holder === next) next.start();
    });
  }
}
