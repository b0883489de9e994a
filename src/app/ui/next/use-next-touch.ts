import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { CalendarDate } from '../../../domain/due/calendar-date.ts';
import type { Due } from '../../../domain/due/find-due.ts';
import type { NextTouch } from '../../../domain/due/next-touch.ts';
import { type Person, personFirstName } from '../../../domain/person.ts';
import { nextTouchActions } from '../../../store/actions/next-touches.ts';
import { dueQueries } from '../../../store/queries/due.ts';
import { deviceZone } from '../device-zone.ts';
import { useApp } from '../use-app.ts';
import { useAttempt } from '../use-attempt.ts';
import type { TouchPlan } from './NextTouchPicker.tsx';
import { useQuarterHour } from './use-quarter-hour.ts';

export interface KnownPlan {
  /** A date that was kept until it was answered is none any more. */
  readonly plan: TouchPlan;
  /** Undefined where nothing is planned. */
  readonly due: Due | undefined;
  /** Where that person lives, IANA; `isOwnZone`: it was said of them, and is not the agent's. */
  readonly zone: string;
  readonly isOwnZone: boolean;
  /** The day it is there. */
  readonly today: CalendarDate;
  /** Days that were kept out of notes. */
  readonly heard: readonly NextTouch[];
  readonly save: (plan: TouchPlan) => void;
}

/** What is planned with somebody, and what changes it; undefined until the device's database has answered. */
export function useNextTouch(person: Person): KnownPlan | undefined {
  const app = useApp();
  const attempt = useAttempt();
  useQuarterHour();
  const queries = app.part(dueQueries);
  const actions = app.part(nextTouchActions);
  const found = useLiveQuery(
    async () => ({ id: person.id, known: await queries.readPlanned(person.id, deviceZone()) }),
    [queries, person.id],
  );
  // Of a second tap before the first one is on disk: it changes what the first one chose.
  const [chosen, setChosen] = useState<{ readonly plan: TouchPlan; readonly before: unknown }>();
  if (found?.known === undefined || found.id !== person.id) return undefined;
  const { next, rhythm, ...rest } = found.known;
  return {
    ...rest,
    plan: chosen?.before === found ? chosen.plan : { next, rhythm },
    today: actions.todayIn(rest.zone),
    heard: person.details.flatMap(({ kind, on, way }) =>
      kind === 'touch' && on !== undefined ? [{ on, way }] : [],
    ),
    save(plan) {
      setChosen({ plan, before: found });
      attempt(async () => {
        await actions.setPlan(person.id, plan, deviceZone());
        if (plan.next === undefined || plan.next.on === next?.on) return;
        // A touch of today answers today: it is gone at once.
        const written = await queries.readPlanned(person.id, deviceZone());
        if (written !== undefined && written.next === undefined)
          app.toast.set({ words: `You were in touch with ${personFirstName(person)} today.` });
      });
    },
  };
}
