import { type ChangeEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { maxLineLength } from '../../../../domain/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { TagCard } from '../../../ui/TagCard.tsx';
import { useApp } from '../../../ui/use-app.ts';
import type { DraftHandle } from '../../../ui/use-draft.ts';
import styles from './HandOverWay.module.css';
import { HoldButton } from './HoldButton.tsx';
import { endHandOver, handOverField, thankVisitor } from './hand-over-fields.ts';
import { useNoWayOut } from './use-no-way-out.ts';

interface HandOverWayProps {
  readonly draft: DraftHandle;
  /** Where people are met now. */
  readonly place: string;
}

/** The phone is in somebody else's hands: three lines of the tag, and nothing else can be reached. */
export function HandOverWay({ draft, place }: HandOverWayProps) {
  const { toast } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  const isThanked = draft.fields[handOverField] === 'thanks';
  useNoWayOut(dialog);
  useEffect(() => {
    toast.set(undefined);
    fields.current?.querySelector('input')?.focus();
  }, [toast]);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      closedby="none"
      aria-label={isThanked ? 'Thank you' : 'Your name and number'}
    >
      <header>
        <h2>{isThanked ? 'Thank you. Please give the phone back.' : 'Please type your name and number'}</h2>
        <HoldButton onHeld={() => draft.replaceFields(endHandOver(draft.readLatest(), place))}>
          Hold to give the phone back
        </HoldButton>
      </header>
      {isThanked ? null : (
        <>
          <div ref={fields} className={styles.fields}>
            <VisitorFields draft={draft} />
          </div>
          <Button look="primary" onClick={() => draft.replaceFields(thankVisitor(draft.fields))}>
            Done
          </Button>
        </>
      )}
    </dialog>
  );
}

function VisitorFields({ draft }: { readonly draft: DraftHandle }) {
  const { formatPhone } = useApp();
  const bind = (name: 'name' | 'phone' | 'email') => ({
    // Not of the form around: Enter must not save it.
    form: '',
    value: draft.fields[name] ?? '',
    maxLength: maxLineLength,
    enterKeyHint: name === 'email' ? ('done' as const) : ('next' as const),
    // No name: browsers remember what was typed under one, and offer it to the next visitor.
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => draft.setField(name, target.value),
    onKeyDown: goOn,
    spellCheck: false,
  });
  const changePhone = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const { value, selectionStart } = target;
    const grows = value.length > (draft.fields['phone'] ?? '').length && selectionStart === value.length;
    draft.setField('phone', grows ? formatPhone(value) : value);
  };
  return (
    <TagCard colour="blue" title="Hello, my name is">
      <FieldRow label="Your name" isName autoCapitalize="words" {...bind('name')} />
      <FieldRow label="Your phone" type="tel" inputMode="tel" {...bind('phone')} onChange={changePhone} />
      <FieldRow
        label="Your email"
        inputMode="email"
        autoCapitalize="none"
        autoCorrect="off"
        {...bind('email')}
      />
    </TagCard>
  );
}

/** Enter goes on to the next line, and from the last to Done. */
function goOn(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const all = [...(event.currentTarget.closest('dialog')?.querySelectorAll('input') ?? [])];
  const next = all[all.indexOf(event.currentTarget) + 1];
  if (next === undefined) event.currentTarget.blur();
  else next.focus();
}
