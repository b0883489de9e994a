import { Link } from 'wouter';
import type { Occasion } from '../../../domain/occasion.ts';
import styles from './OccasionLink.module.css';

/** An occasion's name on a tag's band: leads to who else was met there. */
export function OccasionLink({ occasion: { id, name } }: { readonly occasion: Occasion }) {
  return (
    <Link href={`/occasion/${id}`} className={styles.link}>
      {name}
    </Link>
  );
}
