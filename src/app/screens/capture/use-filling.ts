import { useApp } from '../../ui/use-app.ts';
import type { DraftHandle } from '../../ui/use-draft.ts';
import type { WayProps } from './ways/way.ts';

/** Puts what was read into the tag, with the place in sight, and says from where, so that it can be taken back. */
export function useFilling(draft: DraftHandle, place: string): WayProps['onRead'] {
  const { toast } = useApp();
  return (reading, from, besides) => {
    const fill = async () => {
      const { fillFields, withPlace } = await import('./fill-fields.ts');
      const before = draft.fields;
      draft.replaceFields(withPlace(fillFields(before, reading, besides), place));
      toast.set({ words: `Filled in ${from}.`, undo: () => draft.replaceFields(before) });
    };
    void fill().catch(() =>
      toast.set({ words: 'That part of the app is not here yet. Try again with signal.' }),
    );
  };
}
