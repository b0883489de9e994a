import { useId } from 'react';
import { Link } from 'wouter';
import { personLabel } from '../../../domain/person.ts';
import { touchActions } from '../../../store/actions/touches.ts';
import { touchQueries, type StillToDo as Waiting } from '../../../store/queries/touches.ts';
import { Button } from '../Button.tsx';
import { dialable } from '../dialable.ts';
import { createKeptQuery, useKeptQuery } from '../kept-query.ts';
import { PersonRow } from '../PersonRow.tsx';
import { momentInWords } from '../time-words.ts';
import { useApp, useSignal } from '../use-app.ts';
import { useAttempt } from '../use-attempt.ts';
import { Answers } from './AskedRow.tsx';
import { ContactTap } from './ContactTap.tsx';
import styles from './Hello.module.css';
import { newTab } from './HelloRow.tsx';
import { type HelloAction, listHelloActions } from './hello-actions.ts';
import { touchWords } from './touch-words.ts';
import { useAway } from './use-away.ts';
import { type Hello, useHello } from './use-hello.ts';

export const stillToDo = createKeptQuery(({ part }) => part(touchQueries).listStillToDo());
const nobody: ReadonlySet<string> = new Set();

interface StillToDoProps {
  /** Touches whose own row asks whether they were done. */
  readonly askedElsewhere?: ReadonlySet<string>;
}

/** On Today: what had no signal or was put off, a tap each. Nothing where there is none. */
export function StillToDo({ askedElsewhere = nobody }: StillToDoProps) {
  const all = useKeptQuery(stillToDo);
  const waiting = all?.filter(({ touch }) => touch.state !== 'asked' || !askedElsewhere.has(touch.id));
  const hello = useHello();
  const id = useId();
  if (hello === undefined || waiting === undefined || waiting.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        Still to do
      </h2>
      <ul>
        {waiting.map((one) => (
          <li key={one.touch.id}>
            <WaitingRow waiting={one} hello={hello} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function WaitingRow({ waiting, hello }: { readonly waiting: Waiting; readonly hello: Hello }) {
  const app = useApp();
  const attempt = useAttempt();
  const touches = app.part(touchActions);
  const away = useAway();
  const isOnline = useSignal(app.isOnline);
  const { touch, person, occasion } = waiting;
  const action = findAction(waiting, hello, momentInWords(person.metAt, app.nowMs()));
  if (touch.state === 'asked' && !away.isAway) {
    const { question } = touchWords(touch);
    return (
      <PersonRow person={person} occasion={occasion} detail={question} aside={<Answers touch={touch} />} />
    );
  }
  const title = action?.title ?? touchWords(touch).short;
  const hasSignal = isOnline || action?.needsSignal !== true;
  const tap = () => {
    away.leave();
    attempt(() => touches.tapTouch(touch, 'asked'));
  };
  const dismiss = async () => {
    await touches.dismissTouch(touch.id);
    const undo = () => attempt(() => touches.undismissTouch(touch.id, touch.personId));
    app.toast.set({ words: `${personLabel(person)}: not to do any more.`, undo });
  };
  const aside = (
    <span className={styles.asides}>
      {hasSignal ? <Doing waiting={waiting} hello={hello} action={action} onTap={tap} /> : null}
      <Button
        look="quiet"
        className={styles.dismiss ?? ''}
        aria-label={`Dismiss: ${touchWords(touch).short} ${personLabel(person)}`}
        onClick={() => attempt(dismiss)}
      >
        ✕
      </Button>
    </span>
  );
  return (
    <PersonRow
      person={person}
      occasion={occasion}
      detail={hasSignal ? title : `No signal: ${title}`}
      aside={aside}
    />
  );
}

function findAction({ touch, person, occasion, notes }: Waiting, { facts, routes }: Hello, metWhen: string) {
  const texts = notes.map(({ text }) => text);
  const base = { person, occasion, notes: texts, facts, metWhen, maxMailLength: routes.maxMailLength };
  return listHelloActions(base).find(({ way, about }) => way === touch.way && about === touch.about);
}

interface DoingProps {
  readonly waiting: Waiting;
  readonly hello: Hello;
  readonly action: HelloAction | undefined;
  readonly onTap: () => void;
}

/** The one tap; to the person's page where something has gone missing since. */
function Doing({ waiting: { touch, person }, hello: { routes }, action, onTap }: DoingProps) {
  const { short } = touchWords(touch);
  const words = (
    <>
      {short}
      <span className="visually-hidden"> {personLabel(person)}</span>
    </>
  );
  const target = action?.target;
  if (target?.kind === 'contacts') {
    const route = routes.order[0] ?? 'file';
    return (
      <ContactTap person={person} routes={routes} route={route} className={styles.doing} onTap={onTap}>
        {words}
      </ContactTap>
    );
  }
  if (target?.kind === 'link') {
    const place = target.isPage ? newTab : {};
    return (
      <a className={styles.doing} href={target.href} {...place} onClick={onTap}>
        {words}
      </a>
    );
  }
  const number = touch.way === 'call' ? dialable(person.phones)?.number : undefined;
  if (number !== undefined) {
    return (
      <a className={styles.doing} href={`tel:${number}`} onClick={onTap}>
        {words}
      </a>
    );
  }
  return (
    <Link className={styles.doing} href={`/people/${person.id}`}>
      {words}
    </Link>
  );
}
