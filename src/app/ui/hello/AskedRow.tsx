import { useEffect, useId, useRef } from 'react';
import { touchActions } from '../../../store/actions/touches.ts';
import type { Touch } from '../../../store/queries/touches.ts';
import { Button } from '../Button.tsx';
import { Icon, type IconName } from '../Icon.tsx';
import { useApp } from '../use-app.ts';
import { useAttempt } from '../use-attempt.ts';
import styles from './Hello.module.css';
import { touchWords } from './touch-words.ts';

interface AskedRowProps {
  readonly icon: IconName;
  readonly touch: Touch;
  /** Somebody is back in this row from another app. */
  readonly takesFocus: boolean;
  readonly onAnswered: (id: string) => void;
}

/** A page cannot know whether a message was sent: it asks. */
export function AskedRow({ icon, touch, takesFocus, onAnswered }: AskedRowProps) {
  const id = useId();
  const question = useRef<HTMLElement>(null);
  useEffect(() => {
    // What was tapped has gone, and the focus with it.
    if (takesFocus && document.activeElement === document.body)
      question.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <fieldset className={`${styles.line} ${styles.asked}`} aria-labelledby={id}>
      <Icon name={icon} />
      <span className={styles.words}>
        <b id={id} ref={question} tabIndex={-1}>
          {touchWords(touch).question}
        </b>
      </span>
      <Answers touch={touch} onAnswered={onAnswered} />
    </fieldset>
  );
}

interface AnswersProps extends Pick<AskedRowProps, 'touch'>, Partial<Pick<AskedRowProps, 'onAnswered'>> {
  /** In place of what is usual: done since the tap, and still to do. */
  readonly answerTouch?: (said: 'done' | 'not-yet') => Promise<unknown>;
}

export function Answers({ touch, onAnswered, answerTouch }: AnswersProps) {
  const { part } = useApp();
  const attempt = useAttempt();
  const answer = (said: 'done' | 'not-yet') => {
    onAnswered?.(touch.id);
    attempt(() => answerTouch?.(said) ?? part(touchActions).answerTouch(touch.id, said));
  };
  return (
    <span className={styles.answers}>
      <Button onClick={() => answer('done')}>Yes</Button>
      <Button look="quiet" onClick={() => answer('not-yet')}>
        Not yet
      </Button>
    </span>
  );
}
