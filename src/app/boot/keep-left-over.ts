import { type LeftOver, leftOverQueries } from '../../store/queries/left-over.ts';
import { profileQueries } from '../../store/queries/profiles.ts';
import type { App } from '../ports/app.ts';
import { draftOfProfileLine, newProfileLines, profileLines, saveProfileLine } from '../ui/profile-lines.ts';
import { draftOfLine, knownLines, nameLine, newLines, saveLine } from '../ui/tag-lines.ts';

/**
 * Saves what was typed about people, or on a card of one's own, and left when the app was closed or killed, as leaving its
 * page would have: a note that nobody sees is no note. Not on the page where it is being typed: `path` is in sight. `tab`
 * is this one's id.
 */
export async function keepLeftOver(
  app: App,
  tab: string,
  readLiveTabs: () => Promise<ReadonlySet<string>>,
  path: string,
): Promise<void> {
  for (const draft of await app.part(leftOverQueries).listLeftOver(tab, readLiveTabs)) {
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
  if (page === undefined) return keepProfileLine(app, { id, profileId: personId, line, text });
  if (page.isDeleted) return;
  const lines = [nameLine(page), ...knownLines(page), ...newLines(page)];
  const found = lines.find((known) => draftOfLine(personId, known).endsWith(`/${line}`));
  if (found === undefined) return;
  if (text.trim() === found.value) await app.store.writeDraft(id, {});
  else await saveLine(app, personId, found, text, id);
}

interface LeftOverOfProfile extends Pick<LeftOver, 'id' | 'line' | 'text'> {
  readonly profileId: string;
}

/** A line of a card is typed under the card's id, as a person's is under theirs. */
async function keepProfileLine(app: App, { id, profileId, line, text }: LeftOverOfProfile): Promise<void> {
  const page = await app.part(profileQueries).readProfile(profileId);
  if (page === undefined || page.isDeleted) return;
  const lines = [...profileLines(page.profile), ...newProfileLines(page.profile)];
  const found = lines.find((known) => draftOfProfileLine(profileId, known).endsWith(`/${line}`));
  if (found === undefined) return;
  if (text.trim() === found.value) await app.store.writeDraft(id, {});
  else await saveProfileLine(app, profileId, found, text, id);
}
