import { type InputHTMLAttributes, useId } from 'react';
import styles from './FieldRow.module.css';

interface FieldRowProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  /** A name is heavy and large. */
  readonly isName?: boolean;
  /** A quiet remark beside the field; what was typed is saved all the same. */
  readonly remark?: string | undefined;
  /** The remark says what has to be put right before this can go on. */
  readonly isWrong?: boolean;
}

/** One line of a name tag: its label stands inside while it is empty, above once it is filled. */
export function FieldRow({ label, isName = false, remark: said, isWrong = false, ...input }: FieldRowProps) {
  const id = useId();
  const isCut = typeof input.value === 'string' && input.value.length >= (input.maxLength ?? Infinity);
  const remark = isCut ? 'That is all that fits in a line; a note takes more.' : said;
  return (
    <div className={isName ? styles.name : styles.row} data-length={lengthWord(input.value)}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.line}>
        <input
          id={id}
          type="text"
          placeholder={label}
          autoComplete="off"
          aria-describedby={remark === undefined ? undefined : `${id}-remark`}
          {...input}
        />
      </div>
      <p
        id={`${id}-remark`}
        className={isWrong ? `${styles.remark} ${styles.wrong}` : styles.remark}
        aria-live="polite"
      >
        {remark}
      </p>
    </div>
  );
}

/** A long name is set smaller, so that more of it is in sight. */
function lengthWord(value: FieldRowProps['value']): 'long' | 'longer' | undefined {
  const length = typeof value === 'string' ? value.length : 0;
  if (length > 26) return 'longer';
  return length > 16 ? 'long' : undefined;
}
