import { useEffect, useState } from 'react';
import type { Note } from '../../../domain/note.ts';
import { useApp } from '../use-app.ts';

/** The draft of a note's words. */
export const wordsDraft = (noteId: string) => `words/${noteId}`;

/** Words for a note that were typed and never kept: the browser was killed. Undefined where there are none, and once they are `taken`. */
export function useLeftWords({ id, text }: Note) {
  const { store, openDraft } = useApp();
  const [left, setLeft] = useState<string>();
  useEffect(() => {
    let isGone = false;
    const load = async () => {
      const fields = await store.readDraft(await openDraft(wordsDraft(id)));
      if (!isGone) setLeft(fields?.['text']);
    };
    load().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [store, openDraft, id]);
  return { words: left === text ? undefined : left, taken: () => setLeft(undefined) };
}
