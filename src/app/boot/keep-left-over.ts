import type { LeftOver } from '../../store/actions/drafts.ts';
import type { App } from '../ports/app.ts';
import { draftOfLine, knownLines, nameLine, newLines, saveLine } from '../ui/tag-lines.ts';

/**
 * Saves what was typed about people and left when the app was closed or killed, as leaving its page would
 * have: a note that nobody sees is no note. Not on the page where it is being typed: `path` is in sight.
 */
export async function keepLeftOver(app: App, leftOver: readonly LeftOver[], path: string): Promise<void> {
  for (const draft of leftOver) {
    if (path.includes(draft.personId)) continue;
    if (draft.kind === 'note') await keepNote(app, draft);
    else await keepLine(app, draft);
  }
}

async function keepNote({ store }: App, { id, personId, text }: LeftOver): Promise<void> {
  if (text.trim() !== '') await store.addNote(personId, text, id);
}

async function keepLine(app: App, { id, personId, line, text }: LeftOver): Promise<void> {
  const page = await app.store.readPerson(personId);
  if (page === undefined || page.isDeleted) return;
  const lines = [nameLine(page), ...knownLines(page), ...newLines(page)];
  const found = lines.find((known) => draftOfLine(personId, known).endsWith(`/${line}`));
  if (found === undefined) return;
  if (text.trim() === found.value) await app.store.writeDraft(id, {});
  else await saveLine(app, personId, found, text, id);
}
