import { useLiveQuery } from 'dexie-react-hooks';
import { useApp } from '../../../../src/app/ui/use-app.ts';
import { NoteCard } from '../../../../src/app/ui/voice/NoteCard.tsx';
// They are fetched when they are needed: here they are there.
import '../../../../src/exchange/details/apply-spellings.ts';
import '../../../../src/exchange/details/read-details.ts';

/** Somebody's first note, as it stands on their page. */
export function FirstNote({ personId }: { readonly personId: string }) {
  const { store } = useApp();
  const page = useLiveQuery(() => store.readPerson(personId), [store, personId]);
  const [note] = page?.notes ?? [];
  return page === undefined || note === undefined ? null : (
    <NoteCard note={note} person={page.person} files={[]} />
  );
}
