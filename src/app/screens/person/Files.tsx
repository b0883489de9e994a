import { useLiveQuery } from 'dexie-react-hooks';
import { type ChangeEvent, useRef, useState } from 'react';
import { personFirstName } from '../../../domain/person.ts';
import type { PersonFile } from '../../../store/queries/files.ts';
import type { PersonPage } from '../../../store/queries/people.ts';
import { Chip, Chips } from '../../ui/Chip.tsx';
import { useApp } from '../../ui/use-app.ts';
import { FileCard } from './FileCard.tsx';
import styles from './Files.module.css';
import { FileView } from './FileView.tsx';
import { addProblems } from './file-words.ts';

/** Pictures and recordings of somebody, latest first, and a way to add a picture. */
export function Files({ page: { person } }: { readonly page: PersonPage }) {
  const { store, files, toast } = useApp();
  const [shownId, setShownId] = useState<string>();
  const [isAdding, setIsAdding] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const found = useLiveQuery(() => store.listFiles(person.id), [store, person.id]) ?? [];
  const shown: PersonFile | undefined = found.find(({ id }) => id === shownId);
  const add = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])];
    // The same picture can be chosen again.
    event.target.value = '';
    setIsAdding(true);
    for (const file of chosen) {
      const outcome = await files.add(person.id, file);
      if (outcome !== 'added') toast.set({ words: addProblems[outcome] });
    }
    setIsAdding(false);
  };
  return (
    <section className={styles.files} aria-label="Pictures">
      {found.length === 0 ? null : (
        <ul>
          {found.map((file) => (
            <FileCard key={file.id} file={file} onShow={() => setShownId(file.id)} />
          ))}
        </ul>
      )}
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        className="visually-hidden"
        aria-label={`A picture of ${personFirstName(person)}`}
        tabIndex={-1}
        onChange={(event) => void add(event)}
      />
      <Chips label="Add">
        <Chip look="suggestion" onClick={() => input.current?.click()}>
          {isAdding ? 'Adding…' : '+ Picture'}
        </Chip>
      </Chips>
      {shown === undefined ? null : <FileView file={shown} onClose={() => setShownId(undefined)} />}
    </section>
  );
}
