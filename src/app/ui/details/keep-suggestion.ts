import type { Note } from '../../../domain/note.ts';
import type { Person } from '../../../domain/person.ts';
import type { DetailSuggestion } from '../../../exchange/details/detail-suggestion.ts';
import { detailActions } from '../../../store/actions/details.ts';
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
  const { kind, text, on, way } = suggestion;
  const actions = app.part(detailActions);
  const id = await actions.keepDetail(person.id, {
    kind,
    text,
    note: note.id,
    ...(on === undefined ? {} : { on }),
    ...(way === undefined ? {} : { way }),
  });
  if (id === undefined) return undefined;
  if (kind === 'phone' || kind === 'email' || kind === 'address') {
    const reading = kind === 'phone' ? await readPhoneEntry(app, text) : { typed: text };
    await app.store.editEntry(person.id, { field: kind, entryId: id }, reading);
    return async () => {
      await app.store.editEntry(person.id, { field: kind, entryId: id }, { typed: '' });
      await actions.removeDetail(person.id, id);
    };
  }
  return () => actions.removeDetail(person.id, id);
}
