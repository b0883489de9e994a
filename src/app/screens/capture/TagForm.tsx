import { type ChangeEvent, type ClipboardEvent, type KeyboardEvent, Suspense, useState } from 'react';
import { maxLineLength } from '../../../domain/limits.ts';
import type { TagColour } from '../../../domain/table-words.ts';
import { FieldRow } from '../../ui/FieldRow.tsx';
import { lazyOr } from '../../ui/lazy-or.ts';
import { emailRemark } from '../../ui/remark-words.ts';
import { TagCard } from '../../ui/TagCard.tsx';
import { timeInWords } from '../../ui/time-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { usePhoneRemark } from '../../ui/use-phone-remark.ts';

interface TagFormProps {
  readonly fields: Readonly<Record<string, string>>;
  readonly colour: TagColour;
  /** When the occasion ends, ISO 8601; empty where nobody said. */
  readonly until: string;
  /** Whether the name takes the focus. */
  readonly isFocused: boolean;
  readonly onChange: (field: string, text: string) => void;
  /** More than a name was pasted into the name. */
  readonly onPasteAll: (text: string) => void;
}

const ExtraRows = lazyOr(() => import('./ExtraRows.tsx').then((m) => m.ExtraRows));
const base = new Set(['name', 'phone', 'email', 'handle', 'company', 'where', 'until', 'cardLines', 'files']);

type CaptureField = 'name' | 'phone' | 'email' | 'handle' | 'company' | 'where';

/** The tag itself. Enter goes on to the next line; in the last one it saves. */
export function TagForm({ fields, colour, until, isFocused, onChange, onPasteAll }: TagFormProps) {
  const app = useApp();
  const [focused, setFocused] = useState<string>();
  const numberRemark = usePhoneRemark(fields['phone'] ?? '', focused === 'phone');
  const bind = (name: CaptureField) => ({
    name,
    value: fields[name] ?? '',
    maxLength: maxLineLength,
    enterKeyHint: name === 'where' ? ('done' as const) : ('next' as const),
    onChange: (event: { target: { value: string } }) => onChange(name, event.target.value),
    onFocus: () => setFocused(name),
    onBlur: () => setFocused(undefined),
    onKeyDown: goOn,
  });
  /** In groups while it grows at its end; a digit taken out in the middle moves nothing. */
  const changePhone = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const { value, selectionStart } = target;
    const grows = value.length > (fields['phone'] ?? '').length && selectionStart === value.length;
    onChange('phone', grows ? app.formatPhone(value) : value);
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    if ((fields['name'] ?? '') !== '' || !/[\n@]|\d{3}/.test(text.trim())) return;
    event.preventDefault();
    onPasteAll(text);
  };
  const literal = { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false };
  return (
    <TagCard
      colour={colour}
      title="Hello, my name is"
      aside={until === '' ? fields['where'] : `${fields['where']}, until ${timeInWords(until)}`}
    >
      <FieldRow
        label="Name"
        isName
        autoFocus={isFocused}
        autoCapitalize="words"
        spellCheck={false}
        {...bind('name')}
        onPaste={paste}
      />
      <FieldRow
        label="Phone"
        type="tel"
        inputMode="tel"
        remark={numberRemark}
        {...bind('phone')}
        onChange={changePhone}
      />
      <FieldRow
        label="Email"
        inputMode="email"
        remark={focused === 'email' ? undefined : emailRemark(fields['email'] ?? '')}
        {...literal}
        {...bind('email')}
      />
      <FieldRow label="Instagram, LinkedIn, Facebook…" {...literal} {...bind('handle')} />
      <FieldRow label="Company" autoCapitalize="words" {...bind('company')} />
      {Object.keys(fields).every((field) => base.has(field)) ? null : (
        <Suspense fallback={null}>
          <ExtraRows fields={fields} onChange={onChange} />
        </Suspense>
      )}
      <FieldRow label="Where you met" autoCapitalize="sentences" {...bind('where')} />
    </TagCard>
  );
}

function goOn(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
  const inputs = [...(event.currentTarget.form?.querySelectorAll('input') ?? [])];
  const next = inputs[inputs.indexOf(event.currentTarget) + 1];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
