import { useLiveQuery } from 'dexie-react-hooks';
import { type ChangeEvent, useRef, useState } from 'react';
import { personFirstName } from '../../../domain/person.ts';
import { fileQueries, type PersonFile } from '../../../store/queries/files.ts';
import type { PersonPage } from '../../../store/queries/people.ts';
import { Chip, Chips } from '../../ui/Chip.tsx';
import { useApp } from '../../ui/use-app.ts';
import { FileCard } from './FileCard.tsx';
import styles from './Files.module.css';
import { FileView } from './FileView.tsx';
import { Unkept } from './Unkept.tsx';
import { useAdding } from './use-adding.ts';

/** Pictures of somebody, latest first, and a way to add one. */
export function Files({ page: { person } }: { readonly page: PersonPage }) {
  const queries = useApp().part(fileQueries);
  const [shownId, setShownId] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const found = useLiveQuery(() => queries.listFiles(person.id), [queries, person.id]) ?? [];
  const pictures = found.filter(({ kind }) => kind === 'picture');
  const shown: PersonFile | undefined = found.find(({ id }) => id === shownId);
  const { isBusy, unkept, add } = useAdding(person.id);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])];
    // The same picture can be chosen again.
    event.target.value = '';
    void add(chosen);
  };
  return (
    <section className={styles.files} aria-label="Pictures">
      {pictures.length === 0 ? null : (
        <ul>
          {pictures.map((file) => (
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
        onChange={choose}
      />
      <Unkept files={unkept} isBusy={isBusy} onTryAgain={() => void add(unkept)} />
      <Chips label="Add">
        <Chip look="suggestion" onClick={() => input.current?.click()}>
          {isBusy ? 'Adding…' : '+ Picture'}
        </Chip>
      </Chips>
      {shown === undefined ? null : <FileView file={shown} onClose={() => setShownId(undefined)} />}
    </section>
  );
}
