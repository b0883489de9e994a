import { type ChangeEvent, useId } from 'react';
import { maxLineLength, maxNoteLength } from '../../../domain/limits.ts';
import type { EntryField } from '../../../store/actions/people.ts';
import { FieldRow } from '../../ui/FieldRow.tsx';
import styles from './ExtraRows.module.css';
import { entryKeys } from './entry-keys.ts';

interface ExtraRowsProps {
  readonly fields: Readonly<Record<string, string>>;
  readonly onChange: (field: string, text: string) => void;
}

const words: Readonly<Record<EntryField, string>> = {
  phone: 'Another phone',
  email: 'Another email',
  handle: 'Another link',
  address: 'Address',
};

/** The lines that a tag has only when something was read for them. */
export function ExtraRows({ fields, onChange }: ExtraRowsProps) {
  const noteId = useId();
  const bind = (name: string) => ({
    name,
    value: fields[name] ?? '',
    maxLength: maxLineLength,
    onChange: (event: ChangeEvent<HTMLInputElement>) => onChange(name, event.target.value),
  });
  const others = entryKeys(fields).filter(({ key, field }) => field === 'address' || key !== field);
  return (
    <>
      {'title' in fields ? <FieldRow label="Job" {...bind('title')} /> : null}
      {others.map(({ key, field }) => (
        <FieldRow key={key} label={labelOf(fields, key, words[field])} {...bind(key)} />
      ))}
      {'note' in fields ? (
        <div className={styles.note}>
          <label htmlFor={noteId}>Note</label>
          <textarea
            id={noteId}
            rows={1}
            maxLength={maxNoteLength}
            value={fields['note']}
            onChange={(event) => onChange('note', event.target.value)}
          />
        </div>
      ) : null}
    </>
  );
}

function labelOf(fields: ExtraRowsProps['fields'], key: string, otherwise: string): string {
  const label = fields[`${key}.label`] ?? '';
  return label === '' ? otherwise : `${otherwise}, ${label}`;
}
