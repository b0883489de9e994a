import { useId, useState } from 'react';
import { dateIn } from '../../../domain/due/calendar-date.ts';
import type { OccasionGroup } from '../../../domain/occasion-group.ts';
import { occasionActions } from '../../../store/actions/occasions.ts';
import { deviceZone } from '../../ui/device-zone.ts';
import { useApp, useSignal } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { dateWords } from './due-words.ts';
import styles from './OccasionScreen.module.css';

/** The day that it is on again; one that is over asks for the next. */
export function AgainRow({ occasion }: { readonly occasion: OccasionGroup }) {
  const app = useApp();
  const attempt = useAttempt();
  const id = useId();
  const today = dateIn(deviceZone(), useSignal(app.today));
  const again = occasion.again !== null && occasion.again >= today ? occasion.again : '';
  // A date that is being typed passes through others: it is saved when the field is left.
  const [typed, setTyped] = useState<string>();
  const save = () => {
    setTyped(undefined);
    if (typed === undefined || typed === again) return;
    attempt(() => app.part(occasionActions).setAgain(occasion.ids, typed === '' ? null : typed));
  };
  return (
    <div className={styles.again}>
      <label htmlFor={id}>It is on again</label>
      <input
        id={id}
        type="date"
        min={today}
        value={typed ?? again}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      <span className={styles.onPaper}>{again === '' ? '' : dateWords(again, app.nowMs())}</span>
    </div>
  );
}
