import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { preferenceActions } from '../../../store/actions/preferences.ts';
import { agendaQueries } from '../../../store/queries/agenda.ts';
import { Button } from '../../ui/Button.tsx';
import { deviceZone } from '../../ui/device-zone.ts';
import { Switch } from '../../ui/Switch.tsx';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import styles from './Reminders.module.css';
import { RemindersHere } from './RemindersHere.tsx';
import { Line, Section } from './Section.tsx';

/** When to be reminded, on all devices; and whether this one shows it. */
export function RemindersSection() {
  const { part } = useApp();
  const attempt = useAttempt();
  const { setPreference } = part(preferenceActions);
  const queries = part(agendaQueries);
  const preference = useLiveQuery(() => queries.readPreference(), [queries]);
  if (preference === undefined) return null;
  const { evening, morning, namesShown, zone } = preference;
  const here = deviceZone();
  const change = (values: Parameters<typeof setPreference>[0]) =>
    attempt(() => setPreference({ ...values, ...(zone === null && { zone: here }) }));
  const isOn = evening !== null || morning !== null;
  return (
    <Section title="Reminders">
      <Daily
        title="In the evening"
        detail="Who you met and have not looked at yet."
        time={evening}
        usual="20:00"
        onChange={(time) => change({ evening: time })}
      />
      <Daily
        title="In the morning"
        detail="Who is due to hear from you."
        time={morning}
        usual="08:00"
        onChange={(time) => change({ morning: time })}
      />
      {zone === null || zone === here ? (
        <Line
          title={`By the clock in ${placeOf(here)}`}
          detail="Reminders, and the days that people are due."
        />
      ) : (
        <Line title={`By the clock in ${placeOf(zone)}`} detail={`This phone is in ${placeOf(here)}.`}>
          <Button onClick={() => attempt(() => setPreference({ zone: here }))}>Use the clock here</Button>
        </Line>
      )}
      {isOn ? (
        <Line
          title="Show names on the lock screen"
          detail={
            namesShown
              ? 'Whoever sees your phone can read them.'
              : 'A reminder says how many, and nobody’s name.'
          }
        >
          <Switch
            label="Show names on the lock screen"
            isOn={namesShown}
            onChange={(isShown) => change({ namesShown: isShown })}
          />
        </Line>
      ) : null}
      {isOn ? <RemindersHere /> : null}
    </Section>
  );
}

interface DailyProps {
  readonly title: string;
  readonly detail: string;
  /** `HH:MM`; null: none. */
  readonly time: string | null;
  /** What it is switched on with. */
  readonly usual: string;
  readonly onChange: (time: string | null) => void;
}

function Daily({ title, detail, time, usual, onChange }: DailyProps) {
  return (
    <Line title={title} detail={detail}>
      <Switch label={title} isOn={time !== null} onChange={(isOn) => onChange(isOn ? usual : null)} />
      {time === null ? null : (
        <TimeField label={`Time ${title.toLowerCase()}`} time={time} onSave={onChange} />
      )}
    </Line>
  );
}

interface TimeFieldProps {
  readonly label: string;
  /** `HH:MM` */
  readonly time: string;
  readonly onSave: (time: string) => void;
}

/**
 * A time that is being typed passes through others, and one that falls due meanwhile would be that day's: it is saved
 * when the field is left. Half a time, or none, leaves it as it was.
 */
function TimeField({ label, time, onSave }: TimeFieldProps) {
  const [typed, setTyped] = useState<string>();
  const save = () => {
    setTyped(undefined);
    if (typed !== undefined && typed !== '' && typed !== time) onSave(typed);
  };
  return (
    <input
      type="time"
      className={styles.time}
      aria-label={label}
      value={typed ?? time}
      onChange={({ target }) => setTyped(target.value.slice(0, 5))}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}

/** "Detroit", of "America/Detroit" */
function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
