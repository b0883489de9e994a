import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Person } from '../../../domain/person.ts';
import { touchActions } from '../../../store/actions/touches.ts';
import type { Touch, TouchWay } from '../../../store/queries/touches.ts';
import { Button } from '../Button.tsx';
import { Icon, type IconName } from '../Icon.tsx';
import { momentInWords, timeInWords } from '../time-words.ts';
import { useApp, useSignal } from '../use-app.ts';
import { useAttempt } from '../use-attempt.ts';
import { AskedRow } from './AskedRow.tsx';
import { ContactTap } from './ContactTap.tsx';
import styles from './Hello.module.css';
import type { HelloAction, HelloBase } from './hello-actions.ts';
import { NetworkChoice } from './NetworkChoice.tsx';
import { OwnAddress } from './OwnAddress.tsx';
import { touchWords } from './touch-words.ts';
import { useAway } from './use-away.ts';
import type { Hello } from './use-hello.ts';

const icons: Readonly<Record<TouchWay, IconName>> = {
  contacts: 'person',
  text: 'text',
  email: 'mail',
  whatsapp: 'text',
  follow: 'link',
  'own-mail': 'mail',
  call: 'call',
  card: 'card',
  coffee: 'person',
  visit: 'person',
  other: 'person',
};

interface HelloRowProps {
  readonly base: HelloBase;
  readonly hello: Hello;
  readonly action: HelloAction;
  /** The latest one of this way. */
  readonly touch: Touch | undefined;
}

/** One thing to do right after somebody was met: a tap, then the question whether it was done, then when. */
export function HelloRow({ base: { person }, hello, action, touch }: HelloRowProps) {
  const { part } = useApp();
  const attempt = useAttempt();
  const away = useAway();
  const [answered, setAnswered] = useState<string>();
  const { way } = action;
  const note = (state: 'asked' | 'put-off', about = action.about) =>
    attempt(() => part(touchActions).tapTouch({ personId: person.id, way, about }, state));
  const tap = (about?: string) => {
    away.leave();
    note('asked', about);
  };
  if (touch?.state === 'asked' && !away.isAway) {
    return <AskedRow icon={icons[way]} touch={touch} takesFocus={away.isBack} onAnswered={setAnswered} />;
  }
  if (touch?.state === 'done') return <DoneRow touch={touch} hasUndo={touch.id === answered} />;
  const detail = touch?.state === 'put-off' ? 'Still to do: it waits on Today' : action.detail;
  return (
    <OpenRow
      person={person}
      hello={hello}
      action={action}
      words={<RowWords icon={icons[way]} title={action.title} detail={detail} />}
      onTap={tap}
      onPutOff={(about) => note('put-off', about)}
    />
  );
}

interface OpenRowProps {
  readonly person: Person;
  readonly hello: Hello;
  readonly action: HelloAction;
  readonly words: ReactNode;
  /** `about`: where only the tap itself tells. */
  readonly onTap: (about?: string) => void;
  readonly onPutOff: (about?: string) => void;
}

function OpenRow({ person, hello: { routes }, action, words, onTap, onPutOff }: OpenRowProps) {
  const isOnline = useSignal(useApp().isOnline);
  const { target, needsSignal } = action;
  const tap = () => onTap();
  if (target.kind === 'missing') {
    return (
      <Link className={styles.line} href={`/people/${person.id}?add=${target.field}`}>
        {words}
      </Link>
    );
  }
  if (target.kind === 'own-address') return <OwnAddress words={words} />;
  if (target.kind === 'which-network') {
    const onFollow = isOnline ? onTap : onPutOff;
    return <NetworkChoice person={person} handle={target.handle} words={words} onFollow={onFollow} />;
  }
  if (needsSignal && !isOnline) {
    return (
      <button type="button" className={styles.line} onClick={() => onPutOff()}>
        {words}
      </button>
    );
  }
  if (target.kind === 'contacts') {
    const route = routes.order[0] ?? 'file';
    return (
      <ContactTap person={person} routes={routes} route={route} className={styles.line} onTap={tap}>
        {words}
      </ContactTap>
    );
  }
  return (
    <a className={styles.line} href={target.href} {...(target.isPage ? newTab : {})} onClick={tap}>
      {words}
    </a>
  );
}

/** A page of its own, which is not told where somebody came from. */
export const newTab = {
  target: '_blank',
  rel: 'noopener noreferrer',
  referrerPolicy: 'no-referrer',
} as const;

interface RowWordsProps {
  readonly icon: IconName;
  readonly title: string;
  readonly detail: ReactNode;
}

export function RowWords({ icon, title, detail }: RowWordsProps) {
  return (
    <>
      <Icon name={icon} />
      <span className={styles.words}>
        <b>{title}</b>
        <small>{detail}</small>
      </span>
    </>
  );
}

/** `hasUndo`: it was said to be done just now, and a finger slips. */
function DoneRow({ touch, hasUndo }: { readonly touch: Touch; readonly hasUndo: boolean }) {
  const app = useApp();
  const attempt = useAttempt();
  const at = touch.at ?? '';
  const when = momentInWords(at, app.nowMs());
  const detail = when.startsWith('today') ? timeInWords(at) : when;
  return (
    <div className={`${styles.line} ${styles.done}`}>
      <RowWords icon="check" title={touchWords(touch).done} detail={detail} />
      {hasUndo ? (
        <Button
          look="quiet"
          className={styles.undo ?? ''}
          onClick={() => attempt(() => app.part(touchActions).answerTouch(touch.id, 'not-yet'))}
        >
          Undo
        </Button>
      ) : null}
    </div>
  );
}
