import { useEffect, useState } from 'react';
import type { Due } from '../../../domain/due/find-due.ts';
import type { Person } from '../../../domain/person.ts';
import { Chip } from '../Chip.tsx';
import { useApp } from '../use-app.ts';

interface AddToCalendarProps {
  readonly person: Person;
  readonly due: Pick<Due, 'on' | 'way'>;
}

type Handing = (file: File) => boolean | Promise<boolean>;

/** Hands the day that somebody is due to the device's own calendar: made here, with or without a network. */
export function AddToCalendar({ person, due }: AddToCalendarProps) {
  const app = useApp();
  const [first, ...others] = useHandings();
  const [isTapped, setIsTapped] = useState(false);
  const hand = async (handing: Handing) => {
    const file = await makeFile(person, due, app.nowMs());
    setIsTapped(true);
    if (!(await handing(file))) throw new Error('The phone did not take it');
  };
  const tap = (handing: Handing) =>
    void hand(handing).catch(() => app.toast.set({ words: 'That did not work just now. Try again.' }));
  return (
    <>
      <Chip look="choice" onClick={() => tap(first)}>
        Add to calendar
      </Chip>
      {isTapped
        ? others.map((other) => (
            <Chip key="other" look="choice" onClick={() => tap(other)}>
              Add it another way
            </Chip>
          ))
        : null}
    </>
  );
}

/** Fetched before the tap: a phone shares only in the moment of one. */
const loadWriter = () => import('../../../exchange/calendar/person-to-calendar.ts');

async function makeFile(person: Person, due: AddToCalendarProps['due'], nowMs: number): Promise<File> {
  const { personToCalendar } = await loadWriter();
  const changedAt = new Date(nowMs).toISOString();
  const text = personToCalendar(person, due, { origin: location.origin, changedAt });
  // Windows takes none of these in a name.
  const name = (person.name || 'Somebody you met').replace(/[\\/:*?"<>|\n]/g, '_');
  return new File([text], `${name}.ics`, { type: 'text/calendar' });
}

/** What this device takes, in the order of a contact's file: the phone's own sharing, and a file that is saved. */
function useHandings(): [Handing, ...Handing[]] {
  const app = useApp();
  const save: Handing = (file) => {
    app.saveFile(file.name, file);
    return true;
  };
  const [share, setShare] = useState<{ readonly hand: Handing; readonly isFirst: boolean }>();
  useEffect(() => {
    void loadWriter().catch(() => undefined);
    const learn = async () => {
      const routes = await app.loadContactRoutes();
      const takes = routes.canShare(new File([], 'day.ics', { type: 'text/calendar' }));
      const order = routes.order.filter((route) => route === 'share' || route === 'file');
      if (takes && order.includes('share')) setShare({ hand: routes.share, isFirst: order[0] === 'share' });
    };
    void learn().catch(() => undefined);
  }, [app]);
  if (share === undefined) return [save];
  return share.isFirst ? [share.hand, save] : [save, share.hand];
}
