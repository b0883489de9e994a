import { useLiveQuery } from 'dexie-react-hooks';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { isBlank } from '../../../domain/text.ts';
import type { Capture } from '../../../store/actions/capture.ts';
import { captureDraft, type DraftFields } from '../../../store/actions/drafts.ts';
import type { RecentOccasion } from '../../../store/queries/occasions.ts';
import { useApp } from '../../ui/use-app.ts';
import { type DraftHandle, useDraft } from '../../ui/use-draft.ts';
import { type LineReader, readTag } from './line/line-fields.ts';
import { keptOccasion } from './occasion.ts';
import { readCapture } from './read-capture.ts';

/** Resolves with the id of whoever it was written about, when all is on disk. */
export type WriteCapture = (capture: Capture, draftId: string | undefined) => Promise<string>;

/** What is being taken down, and saving it. */
export function useCapture(form: RefObject<HTMLFormElement | null>, onSaved: (personId: string) => void) {
  const app = useApp();
  const draft = useDraft(captureDraft);
  const occasions = useLiveQuery(() => app.store.recentOccasions(), [app]) ?? [];
  const [problem, setProblem] = useState<string>();
  const [unstored, setUnstored] = useState<string>();
  const [readLine, setReadLine] = useState<LineReader>();
  // Not a state: drawing the form again would come before the save.
  const isSaving = useRef(false);

  const kept = draft.isLoaded ? keptOccasion(occasions, app.nowMs()) : '';
  const where = draft.fields['where'] ?? kept;
  const read = useMemo(() => readTag(draft.fields, readLine), [draft.fields, readLine]);
  const tag: DraftFields = { ...read, where };
  const who = whoOf(tag);

  useEffect(() => {
    if (who !== undefined) setProblem(undefined);
  }, [who]);

  const change = (field: string, text: string) => {
    // What is typed while it is being saved belongs to nobody.
    if (isSaving.current) return;
    // A line that is corrected in the tag has become the tag.
    if (read !== draft.fields && draft.fields['line'] !== undefined) draft.replaceFields(read);
    changeField(draft, kept, field, text);
    // Another place ends at another time.
    if (field === 'where') draft.forgetField('until');
  };

  /** The end of an occasion that goes on is its own, until somebody says another. */
  const until = draft.fields['until'] ?? (where === kept ? endOf(occasions, kept) : '');
  const setPlace = (name: string, end?: string) => {
    draft.replaceField('where', name);
    if (end === undefined) draft.forgetField('until');
    else draft.replaceField('until', end);
  };

  const setLine = (line: string, putBack: string) => {
    if (isSaving.current) return;
    changeField(draft, kept, 'line', line);
    draft.replaceField('putBack', putBack);
  };

  const save = async (write: WriteCapture = app.store.savePerson) => {
    if (isSaving.current) return;
    if (who === undefined) {
      setProblem('A name, a number, an email or a handle is enough.');
      form.current?.querySelector('input')?.focus();
      return;
    }
    isSaving.current = true;
    const taken = await draft.take();
    const filled = { ...readTag(taken.fields, readLine), where: taken.fields['where'] ?? where };
    try {
      const id = await write(await readCapture(app, filled, occasions), taken.id);
      setUnstored(undefined);
      draft.resetFrom(taken.fields);
      // Its undo would put this tag's lines into the next one, and it would cover the way there.
      app.toast.set(undefined);
      void app.askToKeepStorage('once');
      onSaved(id);
    } catch {
      draft.giveBack();
      setUnstored(
        'This phone could not store it. It is still here: free some space and save again, or share it.',
      );
    } finally {
      isSaving.current = false;
    }
  };
  return {
    draft,
    tag,
    where,
    until,
    setPlace,
    kept,
    occasions,
    who,
    problem,
    unstored,
    change,
    setLine,
    save,
    setReadLine,
  };
}

function endOf(occasions: readonly RecentOccasion[], name: string): string {
  const last = occasions[0];
  return name !== '' && last?.until && last.until > last.lastMetAt ? last.until : '';
}

function whoOf(tag: DraftFields): string | undefined {
  return ['name', 'phone', 'email', 'handle']
    .map((field) => tag[field]?.trim() ?? '')
    .find((text) => !isBlank(text));
}

/** With the first key the place in sight belongs to this tag, whoever is met elsewhere meanwhile. */
function changeField(draft: DraftHandle, kept: string, field: string, text: string): void {
  const isFirst = Object.values(draft.fields).every((typed) => typed === '');
  draft.setField(field, text);
  if (field === 'where' || !draft.isLoaded) return;
  const { where: place, ...others } = { ...draft.fields, [field]: text };
  const isEmpty = Object.values(others).every((typed) => typed === '');
  if (isFirst && place === undefined && kept !== '') draft.replaceField('where', kept);
  else if (isEmpty && place === kept) draft.forgetField('where');
}
