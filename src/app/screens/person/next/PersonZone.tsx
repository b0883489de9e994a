import { type FormEvent, useId, useState } from 'react';
import { isZone } from '../../../../domain/due/calendar-date.ts';
import { type Person, personFirstName } from '../../../../domain/person.ts';
import { nextTouchActions } from '../../../../store/actions/next-touches.ts';
import { Button } from '../../../ui/Button.tsx';
import { deviceZone } from '../../../ui/device-zone.ts';
import { timeThere } from '../../../ui/next/local-time.ts';
import type { KnownPlan } from '../../../ui/next/use-next-touch.ts';
import { useApp } from '../../../ui/use-app.ts';
import { useAttempt } from '../../../ui/use-attempt.ts';
import styles from './NextTouchCard.module.css';

interface PersonZoneProps {
  readonly person: Person;
  readonly known: KnownPlan;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Where somebody lives, for what day and time it is there. */
export function PersonZone({ person, known: { zone, isOwnZone }, isOpen, onToggle }: PersonZoneProps) {
  const app = useApp();
  const there = timeThere(zone, deviceZone(), app.nowMs());
  const words = isOwnZone
    ? [zoneToPlace(zone), there].filter(Boolean).join(', ')
    : (there ?? 'Lives in another time zone?');
  return (
    <>
      <button type="button" className={styles.zone} aria-expanded={isOpen} onClick={onToggle}>
        {words}
      </button>
      {isOpen ? <ZoneForm person={person} zone={isOwnZone ? zone : undefined} onDone={onToggle} /> : null}
    </>
  );
}

interface ZoneFormProps {
  readonly person: Person;
  readonly zone: string | undefined;
  readonly onDone: () => void;
}

function ZoneForm({ person, zone, onDone }: ZoneFormProps) {
  const app = useApp();
  const attempt = useAttempt();
  const [id, listId] = [useId(), useId()];
  const [typed, setTyped] = useState(zone === undefined ? '' : zoneToPlace(zone));
  const [isUnknown, setIsUnknown] = useState(false);
  const { setPersonZone } = app.part(nextTouchActions);
  const zones = listZones();
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const found = findZone(typed, zones);
    setIsUnknown(found === undefined);
    if (found !== undefined) attempt(() => setPersonZone(person.id, found).then(onDone));
  };
  return (
    <form className={styles.form} onSubmit={keep}>
      <label htmlFor={id}>Where {personFirstName(person)} lives</label>
      <input
        id={id}
        list={listId}
        value={typed}
        autoComplete="off"
        placeholder="Tokyo, London, Denver…"
        aria-invalid={isUnknown}
        onChange={({ target }) => setTyped(target.value)}
      />
      <datalist id={listId}>
        {zones.map((one) => (
          <option key={one} value={zoneToPlace(one)} />
        ))}
      </datalist>
      <Button type="submit">Keep</Button>
      {zone === undefined ? null : (
        <Button look="quiet" onClick={() => attempt(() => setPersonZone(person.id, null).then(onDone))}>
          The same as you
        </Button>
      )}
      {isUnknown ? <p role="alert">Choose a place from the list.</p> : null}
    </form>
  );
}

function listZones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone');
}

/** "America/New_York" is "New York, America". */
function zoneToPlace(zone: string): string {
  return zone.split('/').reverse().join(', ').replaceAll('_', ' ');
}

/** By its place, its name, or its city alone. */
function findZone(typed: string, zones: readonly string[]): string | undefined {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return undefined;
  const isIt = (zone: string) =>
    [zone, zoneToPlace(zone), zoneToPlace(zone).split(',')[0]].some((name) => name?.toLowerCase() === wanted);
  return zones.find(isIt) ?? (isZone(typed.trim()) && typed.includes('/') ? typed.trim() : undefined);
}
