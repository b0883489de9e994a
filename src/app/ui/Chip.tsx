import type { ButtonHTMLAttributes, ReactNode } from 'react';
import type { TagColour } from '../../domain/tables.ts';
import styles from './Chip.module.css';

interface ChipProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Dashed means not yet; blue tint is chosen; a choice is one of several. */
  readonly look: 'suggestion' | 'chosen' | 'choice';
  readonly tag?: TagColour;
}

export function Chip({ look, tag, children, ...rest }: ChipProps) {
  return (
    <button type="button" className={`${styles.chip} ${styles[look]}`} {...rest}>
      {tag === undefined ? null : <span className={styles.swatch} data-tag={tag} aria-hidden="true" />}
      <span className={styles.words}>{children}</span>
    </button>
  );
}

export function Chips({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.chips}>
      <legend className="visually-hidden">{label}</legend>
      {children}
    </fieldset>
  );
}
