import { personFirstName } from '../../../domain/person.ts';
import type { PersonPage } from '../../../store/queries/people.ts';
import { NoteForm } from '../../ui/NoteForm.tsx';
import { capitalise } from '../../ui/status-words.ts';
import { momentInWords } from '../../ui/time-words.ts';
import { useApp } from '../../ui/use-app.ts';
import styles from './Notes.module.css';

/** What you noted, the latest first, with its time. */
export function Notes({ page: { person, notes } }: { readonly page: PersonPage }) {
  const { nowMs } = useApp();
  return (
    <section className={styles.notes} aria-label="Notes">
      <NoteForm personId={person.id} label={`A note about ${personFirstName(person)}`} />
      <ul>
        {notes.map(({ id, text, writtenAt }) => (
          <li key={id} className={styles.note}>
            <time dateTime={writtenAt}>{capitalise(momentInWords(writtenAt, nowMs()))}</time>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
