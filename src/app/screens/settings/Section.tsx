import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className={styles.card}>{children}</div>
    </section>
  );
}

/** Two buttons or more beside, or where they do not fit, below a line's words. */
export function Choices({ children }: { readonly children: ReactNode }) {
  return <div className={styles.choices}>{children}</div>;
}

interface LineProps {
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly children?: ReactNode;
}

export function Line({ title, detail, children }: LineProps) {
  return (
    <div className={styles.line}>
      <div className={styles.words}>
        <b>{title}</b>
        {detail === undefined ? null : <p>{detail}</p>}
      </div>
      {children}
    </div>
  );
}
