import { useEffect, useRef } from 'react';
import type { PersonFile } from '../../../store/queries/files.ts';
import { Button } from '../../ui/Button.tsx';
import { capitalise } from '../../ui/status-words.ts';
import { momentInWords } from '../../ui/time-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useFile } from '../../ui/use-file.ts';
import styles from './Files.module.css';

interface FileViewProps {
  readonly file: PersonFile;
  readonly onClose: () => void;
}

/** A picture as large as the screen allows. Deleting is undone from the toast. */
export function FileView({ file, onClose }: FileViewProps) {
  const { store, nowMs, toast } = useApp();
  const attempt = useAttempt();
  const { address } = useFile(file);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const when = capitalise(momentInWords(file.takenAt, nowMs()));
  const remove = async () => {
    // First: it gives the focus back, and what is said of the deleting is not behind it.
    dialog.current?.close();
    await store.deleteFile(file.id);
    const undo = () => attempt(() => store.undeleteFile(file.id));
    toast.set({ words: 'The picture is deleted.', undo });
  };
  return (
    <dialog ref={dialog} className={styles.view} aria-label={`Picture, ${when}`} onClose={onClose}>
      {address === undefined ? null : <img src={address} alt={`Taken ${when}`} />}
      <p>
        {when}
        <small>{file.isWaiting ? 'On this phone.' : 'In your contact database.'}</small>
      </p>
      <div className={styles.choices}>
        <Button look="quiet" onClick={() => attempt(remove)}>
          Delete
        </Button>
        <Button onClick={() => dialog.current?.close()}>Close</Button>
      </div>
    </dialog>
  );
}
