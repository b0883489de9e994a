import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, createElement, type ReactNode, useContext } from 'react';
import { computeStatus, type SyncStatus } from '../../sync/status.ts';
import { useApp, useSignal } from './use-app.ts';

const StatusContext = createContext<SyncStatus | undefined>(undefined);

/** Reads the facts once for everybody below who shows them. */
export function StatusProvider({ children }: { readonly children: ReactNode }) {
  const app = useApp();
  const isConnected = useSignal(app.isOnline);
  const lastSync = useSignal(app.lastSync);
  const facts = useLiveQuery(() => app.store.readSyncFacts(), [app]);
  const isOnline = isConnected && lastSync !== 'unreachable';
  const status = facts && computeStatus({ ...facts, isOnline, isOutdated: lastSync === 'outdated' });
  return createElement(StatusContext, { value: status }, children);
}

/** Where what was saved is; undefined until the device's database has answered. */
export function useStatus(): SyncStatus | undefined {
  return useContext(StatusContext);
}
