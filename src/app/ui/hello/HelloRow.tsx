import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { touchActions } from '../../../store/actions/touches.ts';
import type { HelloWay, Touch } from '../../../store/queries/touches.ts';
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

const icons: Readonly<Record<HelloWay, IconName>> = {
  contacts: 'person',
  text: 'text',
  email: 'mail',
  whatsapp: 'text',
  follow: 'link',
  'own-mail': 'mail',
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
  const app = useApp();
  const attempt = useAttempt();
  const isOnline = useSignal(app.isOnline);
  const touches = app.part(touchActions);
  const away = useAway();
  const [answered, setAnswered] = useState<string>();
  const { way, target } = action;
  const tap = (about = action.about) => {
    away.leave();
    attempt(() => touches.tapTouch({ personId: person.id, way, about }, 'asked'));
  };
  const putOff = (about = action.about) =>
    attempt(() => touches.tapTouch({ personId: person.id, way, about }, 'put-off'));

  if (touch?.state === 'asked' && !away.isAway) {
    const onAnswered = (id: string) => setAnswered(id);
    return <AskedRow icon={icons[way]} touch={touch} takesFocus={away.isBack} onAnswered={onAnswered} />;
  }
  if (touch?.state === 'done') return <DoneRow touch={touch} hasUndo={touch.id === answered} />;

  const isPutOff = touch?.state === 'put-off';
  const words = (
    <RowWords
      icon={icons[way]}
      title={action.title}
      detail={isPutOff ? 'Still to do: it waits on Today' : action.detail}
    />
  );
  if (target.kind === 'missing') {
    return (
      <Link className={styles.line} href={`/people/${person.id}?add=${target.field}`}>
        {words}
      </Link>
    );
  }
  if (target.kind === 'own-address') return <OwnAddress words={words} />;
  if (target.kind === 'which-network') {
    const follow = isOnline ? tap : putOff;
    return <NetworkChoice person={person} handle={target.handle} words={words} onFollow={follow} />;
  }
  if (action.needsSignal && !isOnline) {
    return (
      <button type="button" className={styles.line} onClick={() => putOff()}>
        {words}
      </button>
    );
  }
  if (target.kind === 'contacts') {
    const { routes } = hello;
    const route = routes.order[0] ?? 'file';
    return (
      <ContactTap person={person} routes={routes} route={route} className={styles.line} onTap={() => tap()}>
        {words}
      </ContactTap>
    );
  }
  return (
    <a className={styles.line} href={target.href} {...(target.isPage ? newTab : {})} onClick={() => tap()}>
      {words}
    </a>
  );
}

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
