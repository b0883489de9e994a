import { useEffect, useEffectEvent, useState } from 'react';
import type { Note } from '../../../domain/note.ts';
import type { Person } from '../../../domain/person.ts';
import { findSaidAt } from '../../../domain/said-at.ts';
import type { DetailSuggestion } from '../../../exchange/details/detail-suggestion.ts';
import { spellingQueries } from '../../../store/queries/spellings.ts';
import { useApp } from '../use-app.ts';

/** What a note tells that nobody has answered yet: read on the device, by rules. None while its reader is on the way. */
export function useSuggestions(note: Note, person: Person): readonly DetailSuggestion[] {
  const { readRegion, part } = useApp();
  const [read, setRead] = useState<{ readonly said: string; readonly found: readonly DetailSuggestion[] }>();
  // A live query answers anew with the same note.
  const said = JSON.stringify([note.text, findSaidAt(note)]);
  const readAll = useEffectEvent(() => readSuggestions(note, readRegion));
  useEffect(() => {
    let isOver = false;
    const start = async () => {
      const [heard, { applySpellings, hasNamed }] = await Promise.all([
        readAll(),
        import('../../../exchange/details/apply-spellings.ts'),
      ]);
      const spellings = hasNamed(heard) ? await part(spellingQueries).readSpellings() : undefined;
      const found = spellings === undefined ? heard : applySpellings(heard, spellings);
      if (!isOver) setRead({ said, found });
    };
    start().catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [said, part]);
  // What was read of another text is no answer to this one.
  const found = read?.said === said ? read.found : [];
  return found.filter((suggestion) => !isAnswered(suggestion, note, person));
}

/**
 * All that a note tells, whatever was answered: "next Tuesday" counts from when that was said, though the whole is read
 * together. Rejects where its reader does not arrive.
 */
export async function readSuggestions(
  note: Pick<Note, 'text' | 'writtenAt' | 'recordings'>,
  readRegion: () => Promise<string>,
): Promise<readonly DetailSuggestion[]> {
  const [{ readDetails }, region] = await Promise.all([
    import('../../../exchange/details/read-details.ts'),
    readRegion(),
  ]);
  const { text } = note;
  const saidAt = findSaidAt(note);
  const atOf = (place: number) => saidAt.findLast(({ start }) => start <= place)?.at;
  const times = [...new Set(saidAt.map(({ at }) => at))];
  const found = times.flatMap((at) =>
    readDetails(text, { writtenAt: localTime(at), region }).filter(({ from }) => atOf(from.start) === at),
  );
  return found.sort((a, b) => a.from.start - b.from.start);
}

/** Kept from this note, put right since, put aside, or known in the very same words. */
function isAnswered({ kind, text, heard }: DetailSuggestion, note: Note, { details }: Person): boolean {
  const isOne = (words: string | undefined) => words !== undefined && (words === text || words === heard);
  const isAside = note.asides.some((aside) => aside.kind === kind && isOne(aside.text));
  const isKept = details.some(
    (detail) => detail.kind === kind && (isOne(detail.suggested) || isOne(detail.text)),
  );
  return isAside || isKept;
}

/** The wall clock here, ISO 8601 without a zone: "next Tuesday" counts from it. */
function localTime(iso: string): string {
  const date = new Date(iso);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return Number.isNaN(local.getTime()) ? '' : local.toISOString().slice(0, 16);
}
