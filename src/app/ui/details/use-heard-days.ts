import { useEffect, useEffectEvent, useState } from 'react';
import type { NextTouch } from '../../../domain/due/next-touch.ts';
import type { Note } from '../../../domain/note.ts';
import { findSaidAt } from '../../../domain/said-at.ts';
import { useApp } from '../use-app.ts';
import { readSuggestions } from './use-suggestions.ts';

/** The days to be in touch on that notes speak of and that nobody put aside; none while their reader is on the way. */
export function useHeardDays(notes: readonly Note[]): readonly NextTouch[] {
  const { readRegion } = useApp();
  const [heard, setHeard] = useState<readonly NextTouch[]>([]);
  // A live query answers anew with the same notes.
  const said = JSON.stringify(notes.map((note) => [note.text, findSaidAt(note), note.asides]));
  const readAll = useEffectEvent(() => Promise.all(notes.map((note) => readDays(note, readRegion))));
  useEffect(() => {
    let isOver = said === '';
    readAll()
      .then((days) => {
        if (!isOver) setHeard(days.flat());
      })
      .catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [said]);
  return heard;
}

async function readDays(note: Note, readRegion: () => Promise<string>): Promise<readonly NextTouch[]> {
  const suggestions = await readSuggestions(note, readRegion);
  return suggestions.flatMap(({ kind, text, on, way }) => {
    const isAside = note.asides.some((aside) => aside.kind === kind && aside.text === text);
    return kind === 'touch' && on !== undefined && !isAside ? [{ on, way }] : [];
  });
}
