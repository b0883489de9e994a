import { useLiveQuery } from 'dexie-react-hooks';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { isBlank } from '../../../domain/text.ts';
import { captureDraft, type DraftFields } from '../../../store/actions/drafts.ts';
import { useApp } from '../../ui/use-app.ts';
import { type DraftHandle, useDraft } from '../../ui/use-draft.ts';
import { type LineReader, readTag } from './line/line-fields.ts';
import { keptOccasion } from './occasion.ts';
import { saveCapture } from './save-capture.ts';

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
  };

  const setLine = (line: string, putBack: string) => {
    if (isSaving.current) return;
    changeField(draft, kept, 'line', line);
    draft.replaceField('putBack', putBack);
  };

  const save = async () => {
    if (isSaving.current) return;
    if (who === undefined) {
      setProblem('A name, a number, an email or a handle is enough.');
      form.current?.querySelector('input')?.focus();
      return;
    }
    isSaving.current = true;
    const taken = await draft.take();
    const capture = { ...readTag(taken.fields, readLine), where: taken.fields['where'] ?? where };
    try {
      const id = await saveCapture(app, capture, occasions, taken.id);
      setUnstored(undefined);
      draft.resetFrom(taken.fields);
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
  return { draft, tag, where, kept, occasions, who, problem, unstored, change, setLine, save, setReadLine };
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
