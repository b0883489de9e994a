import { useObservable } from 'dexie-react-hooks';
import { createContext, createElement, type ReactNode, useContext } from 'react';
import { countedSubjects } from '../../store/queries/safety.ts';
import { computeStatus, type SyncStatus } from '../../sync/status.ts';
import { restBetween } from './rest-between.ts';
import { useApp, useSignal } from './use-app.ts';

/**
 * While more wait than are counted, or than one answer brings, batches and pages follow one upon the other:
 * no word of the corner gets better.
 */
const restMs = 1_000;

const StatusContext = createContext<SyncStatus | undefined>(undefined);

const isToRest = ({ waiting, isPulling }: { readonly waiting: number; readonly isPulling: boolean }) =>
  waiting >= countedSubjects || isPulling;

/** Reads the facts once for everybody below who shows them. */
export function StatusProvider({ children }: { readonly children: ReactNode }) {
  const app = useApp();
  const isConnected = useSignal(app.isOnline);
  const lastSync = useSignal(app.lastSync);
  const facts = useObservable(() => {
    const { watch, readSyncFacts } = app.store;
    return restBetween(watch(readSyncFacts), isToRest, (run) => app.timer(run, restMs));
  }, [app]);
  const isOnline = isConnected && lastSync !== 'unreachable';
  const status =
    facts &&
    computeStatus({ ...facts, isOnline, isOutdated: lastSync === 'outdated', isFull: lastSync === 'full' });
  return createElement(StatusContext, { value: status }, children);
}

/** Where what was saved is; undefined until the device's database has answered. */
export function useStatus(): SyncStatus | undefined {
  return useContext(StatusContext);
}
