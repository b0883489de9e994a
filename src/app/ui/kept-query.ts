import { useSyncExternalStore } from 'react';
import type { App } from '../ports/app.ts';
import { afterPaint } from './after-paint.ts';
import { useApp } from './use-app.ts';

type Answer<T> = { readonly value: T } | { readonly error: unknown } | undefined;

interface Kept<T> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: () => Answer<T>;
  readonly isShown: () => boolean;
}

export interface KeptQuery<Args extends readonly (string | number | boolean)[], T> {
  readonly of: (app: App, args: Args) => Kept<T>;
}

/**
 * A live query that is asked once for all who show it, and whose last answer outlives them: a room that is opened
 * again has it in its first frame, and is brought up to date right after that. With other arguments it is another
 * question; of those that nobody shows any more only the last is remembered.
 */
export function createKeptQuery<Args extends readonly (string | number | boolean)[], T>(
  query: (app: App, ...args: Args) => Promise<T>,
): KeptQuery<Args, T> {
  const byApp = new WeakMap<App, Map<string, Kept<T>>>();
  return {
    of(app, args) {
      const all = byApp.get(app) ?? new Map<string, Kept<T>>();
      byApp.set(app, all);
      const key = args.join(' ');
      const known = all.get(key);
      if (known !== undefined) return known;
      for (const [other, { isShown }] of all) if (!isShown()) all.delete(other);
      const kept = keep(app, () => query(app, ...args));
      all.set(key, kept);
      return kept;
    },
  };
}

/** Undefined until it has first been answered. Throws where the device's database does. */
export function useKeptQuery<Args extends readonly (string | number | boolean)[], T>(
  query: KeptQuery<Args, T>,
  ...args: Args
): T | undefined {
  const { subscribe, read } = query.of(useApp(), args);
  const answer = useSyncExternalStore(subscribe, read);
  if (answer === undefined) return undefined;
  if ('error' in answer) throw answer.error;
  return answer.value;
}

function keep<T>(app: App, query: () => Promise<T>): Kept<T> {
  const listeners = new Set<() => void>();
  let answer: Answer<T>;
  let stop: () => void;
  const tell = (told: Answer<T>) => {
    answer = told;
    for (const listener of listeners) listener();
  };
  const begin = () => {
    const watching = app.store.watch(query).subscribe(
      (value) => tell({ value }),
      (error: unknown) => tell({ error }),
    );
    stop = () => watching.unsubscribe();
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) {
        if (answer !== undefined && 'value' in answer) stop = afterPaint(begin);
        else begin();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop();
        // Whoever tries again asks again.
        if (answer !== undefined && 'error' in answer) answer = undefined;
      };
    },
    read: () => answer,
    isShown: () => listeners.size > 0,
  };
}
