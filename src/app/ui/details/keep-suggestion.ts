import type { Note } from '../../../domain/note.ts';
import type { Person } from '../../../domain/person.ts';
import type { DetailSuggestion } from '../../../exchange/details/detail-suggestion.ts';
import { detailActions, type TagEntry } from '../../../store/actions/details.ts';
import type { App } from '../../ports/app.ts';
import { readPhoneEntry } from '../read-phone-entry.ts';

/**
 * Keeps what was suggested: a way to reach somebody on their tag, all else among their details. Resolves with what
 * undoes it; with undefined, and nothing written, for somebody who was deleted meanwhile.
 */
export async function keepSuggestion(
  app: App,
  person: Person,
  note: Note,
  suggestion: DetailSuggestion,
): Promise<(() => Promise<unknown>) | undefined> {
  const { kind, text, heard, on, way } = suggestion;
  const actions = app.part(detailActions);
  const tag = await suggestionToEntry(app, suggestion);
  const detail = {
    kind,
    text,
    note: note.id,
    ...(heard === undefined ? {} : { suggested: heard }),
    ...(on === undefined ? {} : { on }),
    ...(way === undefined ? {} : { way }),
  };
  const id = await actions.keepDetail(person.id, detail, tag);
  return id === undefined ? undefined : () => actions.removeDetail(person.id, id, tag?.field);
}

async function suggestionToEntry(app: App, { kind, text }: DetailSuggestion): Promise<TagEntry | undefined> {
  if (kind === 'phone') return { field: kind, reading: await readPhoneEntry(app, text) };
  return kind === 'email' || kind === 'address' ? { field: kind, reading: { typed: text } } : undefined;
}
