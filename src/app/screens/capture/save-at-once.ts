import type { ContactReading } from '../../../exchange/contact-reading.ts';
import { captureDraft, type DraftFields } from '../../../store/actions/drafts.ts';
import { takeBackActions } from '../../../store/actions/take-back.ts';
import { knownPeopleQueries, type Reachable } from '../../../store/queries/known-people.ts';
import type { App } from '../../ports/app.ts';
import { sharedWay } from '../../ui/seen-before.ts';
import type { DraftHandle } from '../../ui/use-draft.ts';
import { entryKeys } from './entry-keys.ts';
import { fillFields, withPlace } from './fill-fields.ts';
import { isFreeTag, isWhole } from './free-tag.ts';
import { keptOccasion } from './occasion.ts';
import { readCapture } from './read-capture.ts';
import type { ReadBesides } from './ways/way.ts';

/** Somebody who was saved without the tag being looked at. */
export interface SavedAtOnce {
  readonly personId: string;
  /** Takes them back into the tag. True when the tag holds them; otherwise they are deleted, to be brought back. */
  readonly takeBack: () => Promise<boolean>;
}

/**
 * Saves somebody who was read whole, with the occasion that goes on, where no word of the agent's is needed: they have
 * a name and a number or an address, nobody known shares one of these, and the tag holds nothing but the place and,
 * where they are `mine`, the pictures. Resolves when it is on disk; undefined, with nothing written, where it is for
 * the agent to look, or the phone could not store it. Never rejects.
 */
export async function saveAtOnce(
  app: App,
  draft: DraftHandle,
  reading: ContactReading,
  {
    besides,
    mine = [],
  }: { readonly besides?: ReadBesides | undefined; readonly mine?: readonly string[] } = {},
): Promise<SavedAtOnce | undefined> {
  if (!isWhole(reading)) return undefined;
  // All at once: somebody waits, with the phone in the air.
  const looking = lookAround(app);
  looking.catch(() => undefined);
  const taken = await draft.take();
  try {
    const { occasions, people } = await looking;
    const place = keptOccasion(occasions, app.nowMs());
    const isFree = isFreeTag(taken.fields, mine);
    const filled = withPlace(fillFields(taken.fields, reading, besides), place);
    if (!isFree || (await isAnyKnown(app, people, filled))) {
      draft.giveBack();
      return undefined;
    }
    const personId = await app.store.savePerson(await readCapture(app, filled, occasions), taken.id);
    draft.resetFrom(taken.fields);
    void app.askToKeepStorage('once');
    return { personId, takeBack: () => takeBack(app, personId, filled) };
  } catch {
    draft.giveBack();
    return undefined;
  }
}

async function lookAround(app: App) {
  const [occasions, people] = await Promise.all([
    app.store.recentOccasions(),
    app.part(knownPeopleQueries).listReachable(),
    // Its reader is on its way since the camera was in sight; `readPhone` alone has no patience.
    app.listPhoneRegions().catch(() => undefined),
  ]);
  return { occasions, people };
}

/** True also where it cannot be told, because what reads numbers is not here: then the agent looks. */
async function isAnyKnown(app: App, people: readonly Reachable[], filled: DraftFields): Promise<boolean> {
  const keys = entryKeys(filled);
  const textsOf = (field: 'phone' | 'email') =>
    keys.flatMap((each) => (each.field === field ? (filled[each.key] ?? '').trim() : [])).filter(Boolean);
  const readings = await Promise.all(textsOf('phone').map((typed) => app.readPhone(typed)));
  if (readings.includes(undefined)) return true;
  const e164s = readings.flatMap((reading) => reading?.e164 ?? []);
  const emails = textsOf('email').map((text) => text.toLowerCase());
  return people.some((one) => sharedWay(one, { e164s, emails }) !== undefined);
}

async function takeBack(app: App, personId: string, filled: DraftFields): Promise<boolean> {
  return app
    .part(takeBackActions)
    .takePersonBack(personId, await app.openDraft(captureDraft), filled)
    .catch(() => false);
}
