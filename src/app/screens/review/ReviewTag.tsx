import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import type { Note } from '../../../domain/note.ts';
import { type Person, personFirstName, personLabel } from '../../../domain/person.ts';
import { fileQueries } from '../../../store/queries/files.ts';
import type { PersonPage } from '../../../store/queries/people.ts';
import { type AlikePair, type DeckTag, reviewQueries } from '../../../store/queries/review.ts';
import { KeptDetails } from '../../ui/details/KeptDetails.tsx';
import { useHeardDays } from '../../ui/details/use-heard-days.ts';
import { Icon } from '../../ui/Icon.tsx';
import { NoteForm } from '../../ui/NoteForm.tsx';
import { NextTouchPicker } from '../../ui/next/NextTouchPicker.tsx';
import { useNextTouch } from '../../ui/next/use-next-touch.ts';
import { momentInWords } from '../../ui/time-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { NoteCard } from '../../ui/voice/NoteCard.tsx';
import { AlikeCard } from './AlikeCard.tsx';
import styles from './Review.module.css';
import { StillMissing } from './StillMissing.tsx';

interface ReviewTagProps {
  readonly tag: DeckTag;
  readonly place: number;
  readonly count: number;
}

/** All about one person that an evening's minute needs. */
export function ReviewTag({ tag: { person, occasion }, place, count }: ReviewTagProps) {
  const { store, part, nowMs } = useApp();
  const page = useLiveQuery(() => store.readPerson(person.id), [store, person.id]);
  const queries = part(reviewQueries);
  const alike = useLiveQuery(() => queries.listAlike(person.id), [queries, person.id]);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever cannot see that another tag has come hears whose it is.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, []);
  const when = momentInWords(person.metAt, nowMs()).replace(/^today, /, '');
  const where = [occasion?.name, when].filter(Boolean).join(', ');
  // All at once: what comes later would move what a thumb is about to tap.
  const isKnown = page !== undefined && alike !== undefined;
  return (
    <>
      <section className={styles.tag} data-tag={occasion?.colour ?? 'blue'}>
        <div className={styles.band}>
          <h2 ref={heading} tabIndex={-1}>
            <span className="visually-hidden">
              {place + 1} of {count}:{' '}
            </span>
            {personLabel(person)}
          </h2>
          <p>{where}</p>
        </div>
        <Ways person={person} />
        {isKnown ? <Said page={page} /> : null}
      </section>
      {isKnown ? <Rest page={page} pair={alike[0]} /> : null}
    </>
  );
}

interface RestProps {
  readonly page: PersonPage;
  /** The likeliest of those that this may be, or may live with. */
  readonly pair: AlikePair | undefined;
}

function Rest({ page: { person, notes }, pair }: RestProps) {
  return (
    <>
      {pair === undefined ? null : <AlikeCard key={pair.other.person.id} pair={pair} personId={person.id} />}
      <KeptDetails person={person} />
      <StillMissing person={person} />
      <Next person={person} notes={notes} />
    </>
  );
}

/** What they do and how they are reached, in a line each. */
function Ways({ person }: { readonly person: Person }) {
  const work = [person.title, person.company].filter(Boolean).join(', ');
  const ways = [...person.phones, ...person.emails, ...person.handles].map(({ typed }) => typed);
  if (work === '' && ways.length === 0) return null;
  return (
    <div className={styles.ways}>
      {work === '' ? null : <p>{work}</p>}
      {ways.length === 0 ? null : <p>{ways.join(' · ')}</p>}
    </div>
  );
}

/** Notes and recordings, to be heard and put right here, and a few words where there are none yet. */
function Said({ page }: { readonly page: PersonPage }) {
  const { person, notes } = page;
  const [, navigate] = useLocation();
  const queries = useApp().part(fileQueries);
  const files = useLiveQuery(() => queries.listFiles(person.id), [queries, person.id]) ?? [];
  const voice = `/voice/${person.id}?from=review`;
  return (
    <>
      {notes.map((note) => (
        <NoteCard
          key={note.id}
          note={note}
          person={person}
          files={files}
          onGoOn={() => navigate(`${voice}&note=${note.id}`)}
        />
      ))}
      <FewWords page={page} />
      <Link href={voice} className={styles.say}>
        <Icon name="mic" size={20} />
        {notes.length === 0 ? 'Say a few words' : 'Say some more'}
        <span className="visually-hidden"> about {personFirstName(person)}</span>
      </Link>
    </>
  );
}

function FewWords({ page: { person, notes, hasDraft } }: { readonly page: PersonPage }) {
  if (notes.length > 0 && !hasDraft) return null;
  return <NoteForm personId={person.id} label={`What do you remember about ${personFirstName(person)}?`} />;
}

function Next({ person, notes }: { readonly person: Person; readonly notes: readonly Note[] }) {
  const known = useNextTouch(person);
  const heard = useHeardDays(notes);
  if (known === undefined) return null;
  return (
    <section className={styles.section} aria-labelledby="next-touch">
      <h3 id="next-touch">Next touch</h3>
      <NextTouchPicker
        plan={known.plan}
        today={known.today}
        heard={[...known.heard, ...heard]}
        onChange={known.save}
      />
    </section>
  );
}
