import { useLiveQuery } from 'dexie-react-hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, Redirect } from 'wouter';
import { type Person, personFirstName, personLabel } from '../../../domain/person.ts';
import { Button } from '../../ui/Button.tsx';
import { NoteSuggestions } from '../../ui/details/NoteDetails.tsx';
import { HelloCard } from '../../ui/hello/HelloCard.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { MiniTag } from '../../ui/MiniTag.tsx';
import { NoteForm } from '../../ui/NoteForm.tsx';
import { startOfDay, timeInWords } from '../../ui/time-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useStatus } from '../../ui/use-status.ts';
import { useTitle } from '../../ui/use-title.ts';
import { databaseLine } from './database-line.ts';
import styles from './SavedScreen.module.css';
import { useRememberPlace } from './use-remember-place.ts';

interface SavedScreenProps {
  readonly personId: string;
  readonly onMeetSomeoneElse: () => void;
}

/** After saving: what is known about where the person is, and the next thing to do. */
export function SavedScreen({ personId, onMeetSomeoneElse }: SavedScreenProps) {
  const { store, nowMs } = useApp();
  const page = useLiveQuery(
    () => store.readPerson(personId).then((found) => found ?? null),
    [store, personId],
  );
  const status = useStatus();
  const heading = useRef<HTMLHeadingElement>(null);
  const isKnown = page !== undefined && page !== null;
  useTitle('Saved');
  useRememberPlace(page?.occasion?.id, page?.person.metAt);
  useEffect(() => {
    if (isKnown) heading.current?.focus();
  }, [isKnown]);

  if (page === null) return <Redirect to="/" replace />;
  if (page === undefined || page.person.id !== personId) return <div className={styles.scrim} />;
  const { person, occasion, notes } = page;
  const name = personFirstName(person);
  const next = (
    <Button look="primary" className={styles.next ?? ''} onClick={onMeetSomeoneElse}>
      Meet someone else
    </Button>
  );
  if (page.isDeleted) {
    return (
      <Sheet>
        <Deleted person={person} />
        {next}
      </Sheet>
    );
  }
  const database = status && databaseLine(status, page);
  // Who was met before was only added to just now.
  const isMetNow = startOfDay(Date.parse(person.metAt)) === startOfDay(nowMs());
  return (
    <Sheet>
      <div className={styles.title}>
        <MiniTag label={person.name} colour={occasion?.colour} />
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {name} is saved
          </h1>
          <p className={styles.safety}>
            <span className={styles.safe}>
              {isMetNow ? `On this phone, ${timeInWords(person.metAt)}.` : 'On this phone.'}
            </span>{' '}
            {database === undefined ? null : (
              <span className={database.isThere ? styles.safe : ''}>
                {database.title}. {database.detail}
              </span>
            )}
          </p>
        </div>
      </div>
      <HelloCard page={page}>
        <Link className={styles.line} href="/card">
          <Icon name="scan" />
          <span>
            <b>Let {name} add you</b>
            <small>Shows your card as a QR code</small>
          </span>
          <Icon name="next" size={18} />
        </Link>
        <Link className={styles.line} href={`/voice/${person.id}`}>
          <Icon name="mic" />
          <span>
            <b>Say what you remember</b>
            <small>A voice note, once you have walked away</small>
          </span>
          <Icon name="next" size={18} />
        </Link>
        <Link className={styles.line} href={`/people/${person.id}`}>
          <Icon name="person" />
          <span>
            <b>Open {name}’s page</b>
            <small>{occasion === undefined ? 'Add what is missing' : `Met at ${occasion.name}`}</small>
          </span>
          <Icon name="next" size={18} />
        </Link>
      </HelloCard>
      <div className={styles.card}>
        <NoteForm personId={person.id} label={`What do you want to remember about ${name}?`} />
        {notes[0] === undefined ? null : (
          <>
            <p className={styles.kept}>
              <Icon name="check" size={18} />
              <span>Kept: “{notes[0].text}”</span>
            </p>
            <div className={styles.details}>
              <NoteSuggestions note={notes[0]} person={person} />
            </div>
          </>
        )}
      </div>
      {next}
    </Sheet>
  );
}

/** Over the tag that was just filled in, at the thumb. */
function Sheet({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.scrim} data-sheet>
      <p className={styles.behind} aria-hidden="true">
        Who did you meet?
      </p>
      <main className={styles.sheet}>{children}</main>
    </div>
  );
}

/** Deleted meanwhile, in another tab or on another device. */
function Deleted({ person }: { readonly person: Person }) {
  const { store } = useApp();
  const attempt = useAttempt();
  return (
    <>
      <h1>{personLabel(person)} is deleted</h1>
      <Button onClick={() => attempt(() => store.undeletePerson(person.id))}>
        Bring {personFirstName(person)} back
      </Button>
    </>
  );
}
