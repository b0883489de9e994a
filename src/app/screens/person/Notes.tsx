import { useLiveQuery } from 'dexie-react-hooks';
import { personFirstName } from '../../../domain/person.ts';
import { fileQueries } from '../../../store/queries/files.ts';
import type { PersonPage } from '../../../store/queries/people.ts';
import { NoteForm } from '../../ui/NoteForm.tsx';
import { useApp } from '../../ui/use-app.ts';
import { NoteCard } from '../../ui/voice/NoteCard.tsx';
import styles from './Notes.module.css';

/** What you noted, the latest first, with its time. */
export function Notes({ page: { person, notes } }: { readonly page: PersonPage }) {
  const queries = useApp().part(fileQueries);
  const files = useLiveQuery(() => queries.listFiles(person.id), [queries, person.id]) ?? [];
  return (
    <section className={styles.notes} aria-label="Notes">
      <NoteForm personId={person.id} label={`A note about ${personFirstName(person)}`} />
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            <NoteCard note={note} person={person} files={files} />
          </li>
        ))}
      </ul>
    </section>
  );
}
