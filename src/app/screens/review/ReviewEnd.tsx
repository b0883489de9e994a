import { useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useApp, useSignal } from '../../ui/use-app.ts';
import { useStatus } from '../../ui/use-status.ts';
import { endInWords, listNames } from './end-words.ts';
import styles from './Review.module.css';
import { Tomorrow } from './Tomorrow.tsx';
import type { Deck } from './use-deck.ts';

/** Where everybody of the review is now, as far as the contact database has said so, and what tomorrow holds. */
export function ReviewEnd({ deck, onOver }: { readonly deck: Deck; readonly onOver: () => void }) {
  const { nowMs, clockAheadMs } = useApp();
  const aheadMs = useSignal(clockAheadMs);
  const status = useStatus();
  const heading = useRef<HTMLHeadingElement>(null);
  const isKnown = status !== undefined;
  useEffect(() => {
    if (isKnown) heading.current?.focus({ preventScroll: true });
  }, [isKnown]);
  const words = status && endInWords(deck, status, { nowMs: nowMs(), aheadMs });
  const left = deck.tags.filter(({ person, isDone }) => !isDone && deck.later.has(person.id));
  return (
    <Screen
      title="Review the day"
      action={
        <Button look="primary" onClick={onOver}>
          Back to Today
        </Button>
      }
    >
      {words === undefined ? null : (
        <section className={styles.end}>
          <h2 ref={heading} tabIndex={-1}>
            <i className={words.isSafe ? styles.dot : styles.ring} aria-hidden="true" />
            {words.title}
          </h2>
          <p role="status">{words.detail}</p>
          {left.length === 0 ? null : (
            <p>
              {listNames(left)} {left.length === 1 ? 'is' : 'are'} left for the next review.
            </p>
          )}
        </section>
      )}
      <Tomorrow />
    </Screen>
  );
}
