import { useLiveQuery } from 'dexie-react-hooks';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { touchActions } from '../../../store/actions/touches.ts';
import type { PersonPage } from '../../../store/queries/people.ts';
import { touchQueries } from '../../../store/queries/touches.ts';
import type { ContactRoute } from '../../ports/contact-routes.ts';
import chipStyles from '../Chip.module.css';
import { Chip } from '../Chip.tsx';
import { momentInWords } from '../time-words.ts';
import { useApp } from '../use-app.ts';
import { useAttempt } from '../use-attempt.ts';
import { ContactTap } from './ContactTap.tsx';
import styles from './Hello.module.css';
import { HelloRow, RowWords } from './HelloRow.tsx';
import { type HelloBase, listHelloActions } from './hello-actions.ts';
import { LanguageChips } from './LanguageChips.tsx';
import { latestTouch } from './touch-words.ts';
import { type Hello, useHello } from './use-hello.ts';

interface HelloCardProps {
  readonly page: PersonPage;
  /** Only what waits is in sight, until somebody asks for the rest. */
  readonly startsFolded?: boolean;
  /** Rows behind those of the ways, always in sight. */
  readonly children?: ReactNode;
}

/** The taps right after somebody was met, each with what is known of it. */
export function HelloCard({ page, startsFolded = false, children }: HelloCardProps) {
  const app = useApp();
  const { person, occasion } = page;
  const hello = useHello();
  const queries = app.part(touchQueries);
  const touches = useLiveQuery(() => queries.listTouches(person.id), [queries, person.id]);
  const [isFolded, setIsFolded] = useState(startsFolded);
  const [isMore, setIsMore] = useState(false);
  if (hello === undefined || touches === undefined) return <div className={styles.coming} />;
  const base: HelloBase = {
    person,
    occasion,
    notes: page.notes.map(({ text }) => text),
    facts: hello.facts,
    metWhen: momentInWords(person.metAt, app.nowMs()),
    maxMailLength: hello.routes.maxMailLength,
  };
  const rows = listHelloActions(base).map((action) => ({ action, touch: latestTouch(touches, action) }));
  const isShown = ({ action, touch }: (typeof rows)[number]) =>
    isFolded ? touch?.at === null : isMore || !action.isRare || touch !== undefined;
  const shown = rows.filter(isShown);
  return (
    <section className={styles.card} aria-label="Say hello">
      {shown.map(({ action, touch }) => (
        <HelloRow
          key={`${action.way} ${action.about}`}
          base={base}
          hello={hello}
          action={action}
          touch={touch}
        />
      ))}
      {isFolded ? (
        <button type="button" className={styles.line} onClick={() => setIsFolded(false)}>
          <RowWords icon="text" title="Say hello" detail="Text, email, follow, phone contacts" />
        </button>
      ) : null}
      {children}
      {isMore ? <More base={base} hello={hello} /> : null}
      {isFolded ? null : (
        <div className={styles.chips}>
          <LanguageChips person={person} facts={hello.facts} />
          <Chip look="suggestion" aria-expanded={isMore} onClick={() => setIsMore(!isMore)}>
            {isMore ? 'Less' : 'More'}
          </Chip>
        </div>
      )}
    </section>
  );
}

const routeWords: Readonly<Record<ContactRoute, string>> = {
  address: 'Open the card',
  link: 'Open it as a link',
  share: 'Share it',
  file: 'Save the file',
};

interface MoreProps {
  readonly base: HelloBase;
  readonly hello: Hello;
}

function More({ base: { person }, hello: { routes } }: MoreProps) {
  const app = useApp();
  const attempt = useAttempt();
  const others = routes.order.slice(1);
  const tap = () =>
    attempt(() =>
      app.part(touchActions).tapTouch({ personId: person.id, way: 'contacts', about: '' }, 'asked'),
    );
  return (
    <>
      {others.length === 0 ? null : (
        <fieldset className={styles.other}>
          <legend>Phone contacts, another way</legend>
          <div className={styles.chips}>
            {others.map((route) => (
              <ContactTap
                key={route}
                person={person}
                routes={routes}
                route={route}
                className={`${chipStyles.chip} ${chipStyles.suggestion}`}
                onTap={tap}
              >
                {routeWords[route]}
              </ContactTap>
            ))}
          </div>
        </fieldset>
      )}
      <Link className={styles.line} href="/settings/hello-words">
        <RowWords icon="note" title="Your hello words" detail="Change what the texts and mails say" />
      </Link>
    </>
  );
}
