import type { LookBack } from '../../../domain/look-back.ts';
import styles from './LookBackScreen.module.css';
import pictureStyles from './MonthPicture.module.css';

/** What a dash and a bubble mean, where there are any. */
export function Legend({ month }: { readonly month: LookBack }) {
  const { met, known, heard } = month;
  if (known === met && heard === 0) return null;
  return (
    <figcaption className={styles.legend}>
      {heard === 0 ? null : (
        <span>
          <svg viewBox="-12 -12 24 24" width="20" height="20" aria-hidden="true">
            <circle r="10" className={pictureStyles.bubble} />
            <path className={pictureStyles.tick} d="M-4.200 .3L-1.200 3.300L4.400-2.700" />
          </svg>
          heard from you
        </span>
      )}
      {known === met ? null : (
        <span>
          <svg
            viewBox="-1 -1 26 20"
            width="26"
            height="20"
            aria-hidden="true"
            className={pictureStyles.unknown}
          >
            <rect width="24" height="18" rx="4" className={pictureStyles.field} />
          </svg>
          nothing noted yet
        </span>
      )}
    </figcaption>
  );
}
