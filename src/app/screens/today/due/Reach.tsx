import { type Person, personFirstName } from '../../../../domain/person.ts';
import { touchActions } from '../../../../store/actions/touches.ts';
import { touchQueries } from '../../../../store/queries/touches.ts';
import { useApp } from '../../../ui/use-app.ts';
import { useAttempt } from '../../../ui/use-attempt.ts';
import styles from './Due.module.css';
import type { ReachAction } from './reach-actions.ts';

interface ReachProps {
  readonly person: Person;
  readonly action: ReachAction;
  readonly onLeave: () => void;
  /** The touch that this tap made; not called where one was waiting already. */
  readonly onMade: (touchId: string) => void;
}

/** One tap that leads to another app, and is asked about on the way back. */
export function Reach({ person, action: { way, words, href, isIt }, onLeave, onMade }: ReachProps) {
  const { part } = useApp();
  const attempt = useAttempt();
  const note = async () => {
    const { listTouches } = part(touchQueries);
    const findOpen = async () =>
      (await listTouches(person.id)).find((one) => one.way === way && one.about === '' && one.at === null);
    const before = await findOpen();
    await part(touchActions).tapTouch({ personId: person.id, way, about: '' }, 'asked');
    const made = before === undefined ? await findOpen() : undefined;
    if (made !== undefined) onMade(made.id);
  };
  const tap = () => {
    if (!isIt) return;
    onLeave();
    attempt(note);
  };
  return (
    <a className={styles.doing} href={href} onClick={tap}>
      {words}
      <span className="visually-hidden"> {personFirstName(person)}</span>
    </a>
  );
}
