import { useId } from 'react';
import type { Note } from '../../../domain/note.ts';
import type { Person } from '../../../domain/person.ts';
import type { DetailSuggestion } from '../../../exchange/details/detail-suggestion.ts';
import { detailActions } from '../../../store/actions/details.ts';
import { Icon } from '../Icon.tsx';
import { useApp } from '../use-app.ts';
import { useAttempt } from '../use-attempt.ts';
import styles from './Details.module.css';
import { keepSuggestion } from './keep-suggestion.ts';
import { useSuggestions } from './use-suggestions.ts';

interface NoteDetailsProps {
  readonly note: Note;
  readonly person: Person;
}

/** What a note says, and dashed beside it what it tells about somebody. */
export function NoteDetails({ note, person }: NoteDetailsProps) {
  const suggestions = useSuggestions(note, person);
  return (
    <>
      <MarkedText text={note.text} suggestions={suggestions} />
      <Suggestions note={note} person={person} suggestions={suggestions} />
    </>
  );
}

/** The same without what the note says. */
export function NoteSuggestions({ note, person }: NoteDetailsProps) {
  return <Suggestions note={note} person={person} suggestions={useSuggestions(note, person)} />;
}

interface SuggestionsProps extends NoteDetailsProps {
  readonly suggestions: readonly DetailSuggestion[];
}

/** A tap keeps one, and nothing is kept without. */
function Suggestions({ note, person, suggestions }: SuggestionsProps) {
  const app = useApp();
  const attempt = useAttempt();
  const id = useId();
  const actions = app.part(detailActions);
  const keep = async (suggestion: DetailSuggestion) => {
    const undo = await keepSuggestion(app, person, note, suggestion);
    if (undo !== undefined) app.toast.set({ words: `Kept: ${suggestion.text}.`, undo: () => attempt(undo) });
  };
  const setAside = async (suggestion: DetailSuggestion) => {
    const undo = await actions.setAside(note.id, suggestion);
    app.toast.set({ words: `Not kept: ${suggestion.text}.`, undo: () => attempt(undo) });
  };
  if (suggestions.length === 0) return null;
  return (
    <section className={styles.heard} aria-labelledby={id}>
      <p id={id}>Heard in this note. Tap to keep.</p>
      <ul>
        {suggestions.map((suggestion) => {
          const words = suggestion.text;
          return (
            <li key={`${suggestion.kind} ${suggestion.text}`} className={styles.suggestion}>
              <button type="button" onClick={() => attempt(() => keep(suggestion))}>
                <span className="visually-hidden">Keep: </span>
                {words}
              </button>
              <button
                type="button"
                className={styles.aside}
                aria-label={`Do not keep: ${words}`}
                onClick={() => attempt(() => setAside(suggestion))}
              >
                <Icon name="close" size={16} />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The words that something was heard in are underlined. */
function MarkedText({
  text,
  suggestions,
}: {
  readonly text: string;
  readonly suggestions: readonly DetailSuggestion[];
}) {
  const marks = suggestions
    .map(({ from }) => from)
    .sort((a, b) => a.start - b.start)
    .filter((mark, place, all) => place === 0 || mark.start >= (all[place - 1]?.end ?? 0));
  const ends = [...marks.map(({ end }) => end)];
  return (
    <p className={styles.text}>
      {marks.map(({ start, end }, place) => (
        <span key={start}>
          {text.slice(ends[place - 1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </p>
  );
}
