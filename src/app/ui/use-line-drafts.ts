import { useLiveQuery } from 'dexie-react-hooks';
import { leftOverQueries } from '../../store/queries/left-over.ts';
import { useApp } from './use-app.ts';

/** The names of the drafts of a person's, or a card's, lines that this tab may go on with. */
export function useLineDrafts(id: string): readonly string[] {
  const { part, tab } = useApp();
  const { listLineDrafts } = part(leftOverQueries);
  const open = useLiveQuery(
    async () => listLineDrafts(id, await tab.id, tab.readLiveIds),
    [id, listLineDrafts, tab],
  );
  return open ?? [];
}
