import { useState } from 'react';
import { Link } from 'wouter';
import { bestHeard } from '../../../domain/file.ts';
import type { Note } from '../../../domain/note.ts';
import { type Person, personFirstName } from '../../../domain/person.ts';
import { noteEdits } from '../../../store/actions/note-edits.ts';
import type { PersonFile } from '../../../store/queries/files.ts';
import { Button } from '../Button.tsx';
import { NoteDetails } from '../details/NoteDetails.tsx';
import { capitalise } from '../status-words.ts';
import { momentInWords } from '../time-words.ts';
import { useApp } from '../use-app.ts';
import { useAttempt } from '../use-attempt.ts';
import { durationInWords } from './duration-words.ts';
import { EditNote } from './EditNote.tsx';
import { OtherWords } from './OtherWords.tsx';
import { Player } from './Player.tsx';
import { useLeftWords } from './use-left-words.ts';
import { useWriter } from './use-writer.ts';
import styles from './Voice.module.css';

interface NoteCardProps {
  readonly note: Note;
  readonly person: Person;
  /** All of the person's. */
  readonly files: readonly PersonFile[];
  /** Records some more of it, where that is not on a page of its own; null where that is offered beside it. */
  readonly onGoOn?: (() => void) | null;
}

/** How the text came about, where no hand wrote it. */
const wayWords: Readonly<Record<Note['writtenBy'], string>> = {
  hand: '',
  nobody: '',
  heardLive: '. Written along as you spoke',
  heardOnDevice: '. Written down on your own device',
  heardByServer: '. Written down by your contact database',
};

/** A note, typed or spoken: when, to listen to, what it says, and what it tells about somebody. */
export function NoteCard(props: NoteCardProps) {
  const { note, person, files } = props;
  const { nowMs } = useApp();
  const [isEditing, setIsEditing] = useState(false);
  const left = useLeftWords(note);
  const endEditing = () => {
    left.taken();
    setIsEditing(false);
  };
  const recordings = note.recordings.flatMap(({ id }) => files.find((file) => file.id === id) ?? []);
  const seconds = note.recordings.reduce((sum, recording) => sum + (recording.seconds ?? 0), 0);
  return (
    <article className={styles.note}>
      <p className={styles.head}>
        <time dateTime={note.writtenAt}>
          {capitalise(momentInWords(note.writtenAt, nowMs()))}
          {note.recordings.length > 0 ? `. Voice, ${durationInWords(seconds)}` : ''}
        </time>
        {wayWords[note.writtenBy]}
        {note.recordings.some(({ isCutOff }) => isCutOff) ? <span>Cut off: saved so far.</span> : null}
      </p>
      {recordings.map((recording) => (
        <Player
          key={recording.id}
          recording={recording}
          label={`Voice note about ${personFirstName(person)}`}
        />
      ))}
      {isEditing ? <EditNote note={note} onDone={endEditing} /> : <Words note={note} person={person} />}
      {isEditing ? null : <OtherWords note={note} />}
      <FirstHeard note={note} />
      {isEditing || left.words === undefined ? null : (
        <p className={styles.left}>
          <b>Not kept yet</b>
          {left.words}
        </p>
      )}
      {isEditing ? null : (
        <Choices {...props} isHalfTyped={left.words !== undefined} onEdit={() => setIsEditing(true)} />
      )}
    </article>
  );
}

interface ChoicesProps extends NoteCardProps {
  readonly isHalfTyped: boolean;
  readonly onEdit: () => void;
}

/** What can be done with a note. */
function Choices({ note, isHalfTyped, onEdit, ...rest }: ChoicesProps) {
  const { part, toast } = useApp();
  const edits = part(noteEdits);
  const attempt = useAttempt();
  const isSpoken = note.recordings.length > 0;
  const remove = async () => {
    const recordingIds = await edits.deleteNote(note.id);
    const undo = () => attempt(() => edits.undeleteNote(note.id, recordingIds));
    toast.set({ words: isSpoken ? 'The voice note is deleted.' : 'The note is deleted.', undo });
  };
  return (
    <div className={styles.choices}>
      {note.text !== '' && note.unread.length > 0 ? (
        <Button onClick={() => attempt(() => edits.setRead(note))}>Text is right</Button>
      ) : null}
      <Button look="quiet" onClick={onEdit}>
        {isHalfTyped ? 'Go on writing' : note.text === '' ? 'Write it down' : 'Edit'}
      </Button>
      {isSpoken ? <SpokenChoices note={note} {...rest} /> : null}
      <Button look="quiet" onClick={() => attempt(remove)}>
        Delete
      </Button>
    </div>
  );
}

function SpokenChoices({ note, person, onGoOn }: NoteCardProps) {
  const { store, part, toast } = useApp();
  const { deleteRecordings } = part(noteEdits);
  const attempt = useAttempt();
  const remove = async () => {
    const ids = await deleteRecordings(note.id, false);
    const undo = () => attempt(() => Promise.all(ids.map((id) => store.undeleteFile(id))));
    toast.set({ words: 'The recording is deleted. Its text stays.', undo });
  };
  return (
    <>
      {onGoOn === null ? null : onGoOn === undefined ? (
        <Link className={styles.goOn} href={`/voice/${person.id}?note=${note.id}`}>
          Go on
        </Link>
      ) : (
        <Button look="quiet" onClick={onGoOn}>
          Go on
        </Button>
      )}
      {note.readAt === null ? null : (
        <Button look="quiet" onClick={() => attempt(remove)}>
          Delete recording
        </Button>
      )}
    </>
  );
}

/** The words as they were heard, where a hand has written others. */
function FirstHeard({ note }: { readonly note: Note }) {
  const heard = note.recordings.flatMap((recording) => bestHeard(recording)?.text || []).join(' ');
  if (note.writtenBy !== 'hand' || heard === '' || heard === note.text) return null;
  return (
    <details className={styles.first}>
      <summary>As it was heard</summary>
      <p>{heard}</p>
    </details>
  );
}

/** What was said; while nobody has written it down, who will. */
function Words({ note, person }: Omit<NoteCardProps, 'files'>) {
  if (note.text === '' && note.recordings.length === 0)
    return <p className={styles.waiting}>This note is empty.</p>;
  return (
    <>
      {note.text === '' ? null : <NoteDetails note={note} person={person} />}
      {note.text === '' || note.unwritten.length > 0 ? <Waiting note={note} /> : null}
    </>
  );
}

function Waiting({ note }: { readonly note: Note }) {
  const { loadRecorder } = useApp();
  const attempt = useAttempt();
  const { words, brokenId } = useWriter(note);
  const again = async () => void (await loadRecorder()).writeDown(brokenId);
  return (
    <>
      <p className={styles.waiting}>{words}</p>
      {brokenId === undefined ? null : (
        <div className={styles.choices}>
          <Button onClick={() => attempt(again)}>Try again</Button>
        </div>
      )}
    </>
  );
}
