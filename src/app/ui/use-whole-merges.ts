import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { bringToNotes } from '../../store/actions/bring-to-notes.ts';
import { mergeActions } from '../../store/actions/merge-people.ts';
import { mergeQueries } from '../../store/queries/merges.ts';
import { useApp } from './use-app.ts';

/**
 * What another device said about somebody who has been put into another person here goes to that other; and a recording
 * goes to whom its note went: looked for at the start, and after each pull.
 */
export function useWholeMerges(): void {
  const app = useApp();
  const { findUnfinished, readPulled } = app.part(mergeQueries);
  const unfinished = useLiveQuery(findUnfinished, [findUnfinished]) ?? '';
  const pulled = useLiveQuery(readPulled, [readPulled]);
  const { finishMerges } = app.part(mergeActions);
  const { bringFilesToNotes } = app.part(bringToNotes);
  useEffect(() => {
    if (unfinished !== '') void finishMerges().catch(() => undefined);
  }, [finishMerges, unfinished]);
  useEffect(() => {
    if (pulled !== undefined) void bringFilesToNotes().catch(() => undefined);
  }, [bringFilesToNotes, pulled]);
}
