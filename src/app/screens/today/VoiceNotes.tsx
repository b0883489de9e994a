import { useId } from 'react';
import { Link } from 'wouter';
import { personLabel } from '../../../domain/person.ts';
import { recordingQueries } from '../../../store/queries/recordings.ts';
import { Icon } from '../../ui/Icon.tsx';
import { createKeptQuery, useKeptQuery } from '../../ui/kept-query.ts';
import { PersonRow } from '../../ui/PersonRow.tsx';
import { capitalise } from '../../ui/status-words.ts';
import { momentInWords } from '../../ui/time-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { durationInWords } from '../../ui/voice/duration-words.ts';
import styles from './TodayScreen.module.css';

export const leftRecordings = createKeptQuery(({ part }) => part(recordingQueries).listLeftRecordings());
export const unwrittenNotes = createKeptQuery(({ part }) => part(recordingQueries).listUnwritten());

/** Voice notes that wait for somebody: to say whom they are about, or to write them down. Nothing where none does. */
export function VoiceNotes() {
  const { nowMs } = useApp();
  const id = useId();
  const left = useKeptQuery(leftRecordings) ?? [];
  const unwritten = useKeptQuery(unwrittenNotes) ?? [];
  const waiting = left.filter(({ isOver, pieces }) => isOver && pieces > 0);
  if (waiting.length === 0 && unwritten.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        Voice notes
      </h2>
      <ul>
        {waiting.map(({ id: recordingId, seconds, startedAt, about }) => (
          <li key={recordingId}>
            <Link href={`/voice?recording=${recordingId}`} className={styles.nobodys}>
              <Icon name="mic" />
              <span>
                <b>
                  {about === undefined ? 'Who is it about?' : `About ${personLabel(about)}, not kept yet`}
                </b>
                <small>
                  {capitalise(momentInWords(startedAt, nowMs()))}, {durationInWords(seconds)}
                </small>
              </span>
              <Icon name="next" size={18} />
            </Link>
          </li>
        ))}
        {unwritten.map(({ noteId, person, occasion, seconds }) => (
          <li key={noteId}>
            <PersonRow
              person={person}
              occasion={occasion}
              detail={`${durationInWords(seconds)}, not written down yet`}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
