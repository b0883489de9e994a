import { type Person, personFirstName } from '../../../domain/person.ts';
import { nextTouchActions } from '../../../store/actions/next-touches.ts';
import { dueQueries } from '../../../store/queries/due.ts';
import type { App } from '../../ports/app.ts';
import { deviceZone } from '../device-zone.ts';
import { dateInWords } from './next-words.ts';

/** Says that somebody heard from the agent and when they are next, with the way back. */
export async function tellTouched(app: App, person: Person, undo: () => void): Promise<void> {
  const known = await app.part(dueQueries).readPlanned(person.id, deviceZone());
  const said = `${personFirstName(person)} heard from you.`;
  if (known?.due === undefined) return app.toast.set({ words: said, undo });
  const next = dateInWords(known.due.on, app.part(nextTouchActions).todayIn(known.zone));
  app.toast.set({ words: `${said} Next: ${next}.`, undo });
}
