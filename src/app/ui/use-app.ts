import { createContext, useContext, useSyncExternalStore } from 'react';
import type { App } from '../ports/app.ts';
import type { Signal } from '../ports/signal.ts';

export const AppContext = createContext<App | undefined>(undefined);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error('useApp outside of the app');
  return app;
}

export function useSignal<T>(signal: Signal<T>): T {
  return useSyncExternalStore(signal.subscribe, signal.get);
}
