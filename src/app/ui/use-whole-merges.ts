import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { mergeActions } from '../../store/actions/merge-people.ts';
import { mergeQueries } from '../../store/queries/merges.ts';
import { useApp } from './use-app.ts';

/** What another device said about somebody who has been put into another person here goes to that other. */
export function useWholeMerges(): void {
  const app = useApp();
  const unfinished = useLiveQuery(() => app.part(mergeQueries).findUnfinished(), [app]) ?? '';
  const { finishMerges } = app.part(mergeActions);
  useEffect(() => {
    if (unfinished !== '') void finishMerges().catch(() => undefined);
  }, [finishMerges, unfinished]);
}
