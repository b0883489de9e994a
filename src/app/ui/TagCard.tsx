import type { ReactNode } from 'react';
import type { TagColour } from '../../domain/table-words.ts';
import styles from './TagCard.module.css';

interface TagCardProps {
  readonly colour: TagColour;
  /** On the band, at the left and at the right. */
  readonly title: ReactNode;
  readonly aside?: string | undefined;
  readonly children: ReactNode;
}

/** The one shape of the app: "Hello, my name is", a coloured band over a white field. */
export function TagCard({ colour, title, aside, children }: TagCardProps) {
  return (
    <section className={styles.tag} data-tag={colour}>
      <div className={styles.band}>
        <b>{title}</b>
        <span>{aside}</span>
      </div>
      {children}
    </section>
  );
}
