import type { Change } from '../../protocol/events.ts';

/** Who listens to which account, within one process. */
export class Watchers {
  private readonly listenersByAccount = new Map<string, Set<(change: Change) => void>>();

  watch(accountId: string, onChange: (change: Change) => void): () => void {
    // A function of its own, so that the same one may listen twice.
    const listener = (change: Change) => onChange(change);
    const listeners = this.listenersByAccount.get(accountId) ?? new Set();
    listeners.add(listener);
    this.listenersByAccount.set(accountId, listeners);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.listenersByAccount.delete(accountId);
    };
  }

  tell(accountId: string, change: Change): void {
    for (const listener of this.listenersByAccount.get(accountId) ?? []) listener(change);
  }

  /** To everybody, whatever they listen to. */
  tellAll(change: Change): void {
    for (const listeners of this.listenersByAccount.values()) {
      for (const listener of listeners) listener(change);
    }
  }
}
