import type { PairingWords } from '../../protocol/pairing-words.ts';
import styles from './MatchingWords.module.css';

/** The three words that two screens show, to be read at arm's length. */
export function MatchingWords({ words: [first, second, third] }: { readonly words: PairingWords }) {
  return (
    <ol className={styles.words} aria-label="The three words">
      <li>{first}</li>
      <li>{second}</li>
      <li>{third}</li>
    </ol>
  );
}
