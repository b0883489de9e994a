import { dateIn } from '../../../domain/due/calendar-date.ts';
import type { App } from '../../ports/app.ts';
import { askAhead } from '../../ui/ask-ahead.ts';
import { deviceZone } from '../../ui/device-zone.ts';
import { stillToDo } from '../../ui/hello/StillToDo.tsx';
import { helloFacts } from '../../ui/hello/use-hello.ts';
import type { KeptQuery } from '../../ui/kept-query.ts';
import { quarterHourAt } from '../../ui/next/use-quarter-hour.ts';
import { soonFrom } from '../../ui/occasion/OccasionsSoon.tsx';
import { recallOn } from '../../ui/recall/Remember.tsx';
import { agendaMarks } from '../../ui/use-fresh-agenda.ts';
import { metOn } from '../../ui/use-people-met-today.ts';
import { unreviewed } from '../review/ReviewCard.tsx';
import { dueAtOnce } from './due/DueSection.tsx';
import { dueNow } from './due/use-due-now.ts';
import { withoutNotes } from './MetToday.tsx';
import { reachable, unanswered } from './VisitorCards.tsx';
import { leftRecordings, unwrittenNotes } from './VoiceNotes.tsx';

/**
 * Asks all that Today asks, one question after the other, each when the browser has nothing better to do: what is
 * typed or saved meanwhile goes first. What fills a phone's screen is asked first.
 */
export async function askTodayAhead(app: App, whenIdle: () => Promise<void>): Promise<void> {
  const today = app.today.get();
  const ask = async <Args extends readonly (string | number | boolean)[], T>(
    query: KeptQuery<Args, T>,
    ...args: Args
  ) => {
    await whenIdle();
    return askAhead(app, query, ...args);
  };
  const met = await ask(metOn, today);
  await ask(dueNow, dueAtOnce, quarterHourAt(app.nowMs()));
  await ask(unreviewed);
  const visitors = await ask(unanswered);
  await ask(reachable, visitors !== undefined && visitors.length > 0);
  await ask(soonFrom, dateIn(deviceZone(), today));
  await ask(agendaMarks);
  await ask(leftRecordings);
  await ask(unwrittenNotes);
  await ask(stillToDo);
  await ask(helloFacts);
  await ask(recallOn, today);
  await ask(withoutNotes, (met ?? []).map(({ person }) => person.id).join(' '));
}
