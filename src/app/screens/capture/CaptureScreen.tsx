import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, Suspense, useEffect, useRef, useState } from 'react';
import { isBlank } from '../../../domain/text.ts';
import { captureDraft } from '../../../store/actions/drafts.ts';
import { Button } from '../../ui/Button.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { useApp } from '../../ui/use-app.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { WayOut } from '../../ui/WayOut.tsx';
import styles from './CaptureScreen.module.css';
import { OccasionChips } from './OccasionChips.tsx';
import { keptOccasion, occasionColour } from './occasion.ts';
import { saveCapture } from './save-capture.ts';
import { TagForm } from './TagForm.tsx';
import { useFilling } from './use-filling.ts';
import { WaysRow } from './WaysRow.tsx';
import { lazyWays, type WayName } from './ways/lazy-ways.ts';

/** Who did you meet? A name tag to fill in; the name has the focus. */
export function CaptureScreen({ onSaved }: { readonly onSaved: (personId: string) => void }) {
  const app = useApp();
  const draft = useDraft(captureDraft);
  const occasions = useLiveQuery(() => app.store.recentOccasions(), [app]) ?? [];
  const [problem, setProblem] = useState<string>();
  const [unstored, setUnstored] = useState<string>();
  const [way, setWay] = useState<WayName>();
  // Not a state: drawing the form again would come before the save.
  const isSaving = useRef(false);
  const form = useRef<HTMLFormElement>(null);

  const kept = draft.isLoaded ? keptOccasion(occasions, app.nowMs()) : '';
  const where = draft.fields['where'] ?? kept;
  const fields: Readonly<Record<string, string>> = { ...draft.fields, where };
  const who = ['name', 'phone', 'email', 'handle']
    .map((field) => fields[field]?.trim() ?? '')
    .find((text) => !isBlank(text));
  const firstName = !isBlank(fields['name'] ?? '') ? who?.split(/\s+/u)[0] : 'them';
  const fill = useFilling(draft, kept);
  const Way = way === undefined ? undefined : lazyWays[way];

  useEffect(() => {
    if (who !== undefined) setProblem(undefined);
  }, [who]);

  /** With the first key the place in sight belongs to this tag, whoever is met elsewhere meanwhile. */
  const change = (field: string, text: string) => {
    // What is typed while it is being saved belongs to nobody.
    if (isSaving.current) return;
    const isFirst = Object.values(draft.fields).every((typed) => typed === '');
    draft.setField(field, text);
    if (field === 'where' || !draft.isLoaded) return;
    const { where: place, ...others } = { ...draft.fields, [field]: text };
    const isEmpty = Object.values(others).every((typed) => typed === '');
    if (isFirst && place === undefined && kept !== '') draft.replaceField('where', kept);
    else if (isEmpty && place === kept) draft.forgetField('where');
  };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isSaving.current) return;
    if (who === undefined) {
      setProblem('A name, a number, an email or a handle is enough.');
      form.current?.querySelector('input')?.focus();
      return;
    }
    isSaving.current = true;
    const taken = await draft.take();
    const capture = { ...taken.fields, where: taken.fields['where'] ?? where };
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

  return (
    <>
      <form ref={form} onSubmit={(event) => void save(event)} noValidate className={styles.form}>
        <Screen
          title="Who did you meet?"
          action={
            <Button look="primary" type="submit" aria-disabled={who === undefined}>
              {who === undefined ? 'Save' : `Save ${firstName}`}
            </Button>
          }
        >
          <TagForm fields={fields} colour={occasionColour(where, occasions)} onChange={change} />
          <WaysRow onChoose={setWay} />
          <OccasionChips
            occasions={occasions}
            chosen={where}
            onChoose={(name) => draft.replaceField('where', name)}
          />
          <div role="alert" className={styles.problem}>
            {problem}
            <WayOut problem={unstored} text={captureToText(fields)} />
          </div>
        </Screen>
      </form>
      {Way === undefined ? null : (
        <Trouble key={way}>
          <Suspense fallback={null}>
            <Way onRead={fill} onClose={() => setWay(undefined)} />
          </Suspense>
        </Trouble>
      )}
    </>
  );
}

/** The tag, a line each, as one would send it to oneself. */
function captureToText(fields: Readonly<Record<string, string>>): string {
  const { name, phone, email, handle, company, where, cardLines: _, files: __, ...others } = fields;
  const lines = [name, phone, email, handle, company, ...Object.values(others), where];
  return lines
    .map((line) => line?.trim())
    .filter(Boolean)
    .join('\n');
}
