import { useApp } from '../../ui/use-app.ts';
import type { DraftHandle } from '../../ui/use-draft.ts';
import type { WayProps } from './ways/way.ts';

/** Puts what was read into the tag, with the place in sight, and says from where, so that it can be taken back. */
export function useFilling(draft: DraftHandle, place: string): WayProps['onRead'] {
  const { toast } = useApp();
  return (reading, from, besides) => {
    const fill = async () => {
      const { fillFields, takeBack, withPlace } = await import('./fill-fields.ts');
      const before = draft.readLatest();
      const filled = withPlace(fillFields(before, reading, besides), place);
      draft.replaceFields(filled);
      const undo = () => draft.replaceFields(takeBack(draft.readLatest(), before, filled));
      toast.set({ words: `Filled in ${from}.`, undo });
    };
    void fill().catch(() =>
      toast.set({ words: 'That part of the app is not here yet. Try again with signal.' }),
    );
  };
}
