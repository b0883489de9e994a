import styles from './MatchingWords.module.css';

/** The three words that two screens show, to be read at arm's length. */
export function MatchingWords({ words }: { readonly words: readonly string[] }) {
  return (
    <ol className={styles.words} aria-label="The three words">
      {words.map((word, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same word may come twice, and the list never changes.
        <li key={place}>{word}</li>
      ))}
    </ol>
  );
}
