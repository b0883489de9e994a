import { useEffect, useRef, useState } from 'react';
import type { DraftFields } from '../../store/actions/drafts.ts';
import { DraftWriter } from './draft-writer.ts';
import { useApp } from './use-app.ts';

export interface DraftHandle {
  readonly fields: DraftFields;
  /** The fields of this very moment, for what began in an earlier drawing. */
  readonly readLatest: () => DraftFields;
  /** False until what was typed before has been read. */
  readonly isLoaded: boolean;
  /** Typed key by key: what is stored from before stays in front of it. */
  readonly setField: (name: string, text: string) => void;
  /** As if it had never been typed. */
  readonly forgetField: (name: string) => void;
  /** Chosen or edited as a whole: it takes the place of what is stored from before. */
  readonly replaceField: (name: string, text: string) => void;
  /** The whole form anew: fields that are not among these are as if they had never been typed. */
  readonly replaceFields: (fields: DraftFields) => void;
  /**
   * What is to be saved now, all that was stored from before in it. From here on nothing is written until
   * the next key, so that the transaction that saves it can forget the draft. The id is undefined when
   * the draft could not be opened.
   */
  readonly take: () => Promise<{ readonly id: string | undefined; readonly fields: DraftFields }>;
  /** After a save that failed: what was taken is written again. */
  readonly giveBack: () => void;
  /** Empties the form when it still holds what was just saved; what was typed since stays, and is stored again. */
  readonly resetFrom: (saved: DraftFields) => void;
  /** Empties the form and forgets what is stored. */
  readonly clear: () => void;
}

/** What is typed and not saved, by its name: on disk at every key, and back after a killed browser. */
export function useDraft(name: string): DraftHandle {
  const { store, openDraft, unwritten } = useApp();
  const [fields, setFields] = useState<DraftFields>({});
  const [isLoaded, setIsLoaded] = useState(false);
  const latest = useRef<DraftFields>(fields);
  const replaced = useRef<ReadonlySet<string>>(new Set());
  const writer = useRef<DraftWriter>(undefined);
  const isGone = useRef(false);
  const loading = useRef<Promise<string | undefined>>(undefined);

  const show = (next: DraftFields) => {
    latest.current = next;
    setFields(next);
  };
  const setField = (name: string, text: string) => {
    show({ ...latest.current, [name]: text });
    writer.current?.push(latest.current);
  };

  useEffect(() => {
    isGone.current = false;
    // Opened again at the next key where it failed: a database that died on waking up is back by then.
    // With the id that loading found, a write is under way at once, and so before the save that forgets it.
    const write = async (typed: DraftFields) => {
      unwritten.set(name, typed);
      await store.writeDraft((await loading.current) ?? (await openDraft(name)), typed);
      if (unwritten.get(name) === typed) unwritten.delete(name);
    };
    const mine = new DraftWriter(write);
    writer.current = mine;
    const load = async () => {
      const id = await openDraft(name);
      takeIn(unwritten.get(name) ?? (await store.readDraft(id)));
      return id;
    };
    const takeIn = (stored: DraftFields | undefined) => {
      // Also for a page that has gone: what it keeps on leaving must not leave out what was stored.
      if (writer.current !== mine || stored === undefined) return;
      const typed = latest.current;
      latest.current = joinDrafts(stored, typed, replaced.current);
      setFields(latest.current);
      if (Object.keys(typed).length > 0) mine.push(latest.current);
    };
    loading.current = load()
      .catch(() => {
        takeIn(unwritten.get(name));
        return undefined;
      })
      .finally(() => {
        if (!isGone.current) setIsLoaded(true);
        mine.open();
      });
    return () => {
      isGone.current = true;
    };
  }, [store, openDraft, unwritten, name]);

  return {
    fields,
    readLatest: () => latest.current,
    isLoaded,
    setField,
    replaceField(name, text) {
      replaced.current = new Set([...replaced.current, name]);
      setField(name, text);
    },
    replaceFields(fields) {
      // The form has gone: what it held was saved, or is the next form's.
      if (isGone.current) return;
      replaced.current = new Set([...replaced.current, ...Object.keys(fields)]);
      show(fields);
      writer.current?.push(fields);
    },
    forgetField(name) {
      const { [name]: _, ...rest } = latest.current;
      show(rest);
      writer.current?.push(rest);
    },
    async take() {
      const id = await loading.current;
      writer.current?.drop();
      unwritten.delete(name);
      return { id, fields: latest.current };
    },
    giveBack: () => writer.current?.push(latest.current),
    resetFrom(saved) {
      // What was typed since is all that is left of it.
      const since = Object.entries(latest.current).filter(([name, text]) => saved[name] !== text);
      show(Object.fromEntries(since));
      if (since.length > 0) writer.current?.push(latest.current);
    },
    clear() {
      show({});
      writer.current?.push({});
    },
  };
}

/** Keys typed before the stored draft was read go behind it. */
function joinDrafts(stored: DraftFields, typed: DraftFields, replaced: ReadonlySet<string>): DraftFields {
  const joined: Record<string, string> = { ...stored };
  for (const [name, text] of Object.entries(typed)) {
    joined[name] = replaced.has(name) ? text : (stored[name] ?? '') + text;
  }
  return joined;
}
