import { useState } from 'react';
import { addDays, type CalendarDate } from '../../../domain/due/calendar-date.ts';
import type { NextTouch, Rhythm } from '../../../domain/due/next-touch.ts';
import { Chip, Chips } from '../Chip.tsx';
import { capitalise } from '../status-words.ts';
import styles from './NextTouch.module.css';
import { agreedWays, dateInWords, nextInWords, rhythmInWords, wayInWords } from './next-words.ts';
import { PickDay } from './PickDay.tsx';

/** When somebody is to hear from the agent next, and how often from then on. */
export interface TouchPlan {
  readonly next: NextTouch | undefined;
  readonly rhythm: Rhythm | undefined;
}

interface NextTouchPickerProps {
  readonly plan: TouchPlan;
  /** The day it is where that person is. */
  readonly today: CalendarDate;
  /** Days that were heard in what was noted, in any order; those that are over are left out. */
  readonly heard?: readonly NextTouch[];
  readonly onChange: (plan: TouchPlan) => void;
}

/** When to be in touch next, how, and how often from then on. A tap changes the plan; it writes nothing itself. */
export function NextTouchPicker({ plan, today, heard = [], onChange }: NextTouchPickerProps) {
  const { next, rhythm } = plan;
  return (
    <div className={styles.picker}>
      <DayChips plan={plan} today={today} heard={heard} onChange={onChange} />
      {next === undefined ? null : (
        <Chips label="How">
          {agreedWays.map((way) => (
            <Choice
              key={way}
              isChosen={way === next.way}
              onClick={() =>
                onChange({ next: { on: next.on, way: way === next.way ? undefined : way }, rhythm })
              }
            >
              {wayInWords(way)}
            </Choice>
          ))}
        </Chips>
      )}
      <RhythmChips plan={plan} today={today} onChange={onChange} />
    </div>
  );
}

type DayChipsProps = Required<NextTouchPickerProps>;

function DayChips({ plan: { next, rhythm }, today, heard, onChange }: DayChipsProps) {
  const [isPicking, setIsPicking] = useState(false);
  const isNone = next === undefined && rhythm === undefined;
  const offers = listOffers(today, heard);
  const chosen = offers.find(({ touch }) => isSame(touch, next));
  const choose = (picked: NextTouch | undefined) => {
    setIsPicking(false);
    onChange({ next: picked, rhythm });
  };
  return (
    <Chips label="When">
      {offers.map((offer) => (
        <Choice
          key={offer.words}
          isChosen={offer === chosen}
          onClick={() =>
            choose(offer === chosen ? undefined : { ...offer.touch, way: offer.touch.way ?? next?.way })
          }
        >
          {offer === chosen && next !== undefined && offer.isHeard ? nextInWords(next, today) : offer.words}
        </Choice>
      ))}
      {isPicking ? (
        <PickDay today={today} onPick={(on) => choose({ on, way: next?.way })} />
      ) : (
        <Choice isChosen={next !== undefined && chosen === undefined} onClick={() => setIsPicking(true)}>
          {next !== undefined && chosen === undefined
            ? capitalise(dateInWords(next.on, today))
            : 'Pick a day'}
        </Choice>
      )}
      <Choice
        isChosen={isNone}
        onClick={() => {
          setIsPicking(false);
          if (!isNone) onChange({ next: undefined, rhythm: undefined });
        }}
      >
        None
      </Choice>
    </Chips>
  );
}

interface Offer {
  readonly touch: NextTouch;
  readonly words: string;
  readonly isHeard: boolean;
}

/** Tomorrow, what was heard, in two weeks; of each day and way one. */
function listOffers(today: CalendarDate, heard: readonly NextTouch[]): Offer[] {
  const toCome = heard.filter(({ on }) => on >= today).sort((a, b) => (a.on < b.on ? -1 : 1));
  const offers = [
    { touch: { on: addDays(today, 1), way: undefined }, words: 'Tomorrow', isHeard: false },
    ...toCome.map((touch) => ({ touch, words: nextInWords(touch, today), isHeard: true })),
    { touch: { on: addDays(today, 14), way: undefined }, words: 'In 2 weeks', isHeard: false },
  ];
  return offers.filter(({ words }, place) => offers.findIndex((other) => other.words === words) === place);
}

/** The same day; of what was heard with a way, in that way or in none yet said. */
function isSame(offer: NextTouch, next: NextTouch | undefined): boolean {
  return offer.on === next?.on && (offer.way === undefined || offer.way === next.way);
}

/** Seen at first; the others are a tap away. */
const usualRhythm = { every: 6, unit: 'week' } as const;
const rhythms: readonly Pick<Rhythm, 'every' | 'unit'>[] = [
  { every: 2, unit: 'week' },
  { every: 4, unit: 'week' },
  usualRhythm,
  { every: 3, unit: 'month' },
  { every: 6, unit: 'month' },
  { every: 1, unit: 'year' },
];

function RhythmChips({ plan: { next, rhythm }, today, onChange }: Omit<DayChipsProps, 'heard'>) {
  const [isOpen, setIsOpen] = useState(false);
  const isOwn = rhythm !== undefined && !rhythms.some((one) => isSameRhythm(one, rhythm));
  const all = isOwn ? [...rhythms, rhythm] : rhythms;
  const shown = isOpen ? all : [rhythm ?? usualRhythm];
  return (
    <Chips label="How often">
      {shown.map((one) => {
        const isChosen = rhythm !== undefined && isSameRhythm(one, rhythm);
        return (
          <Choice
            key={rhythmInWords(one)}
            isChosen={isChosen}
            onClick={() =>
              onChange({
                next,
                rhythm: isChosen ? undefined : { every: one.every, unit: one.unit, from: today },
              })
            }
          >
            {capitalise(rhythmInWords(one))}
          </Choice>
        );
      })}
      {isOpen ? null : (
        <Choice isChosen={false} aria-expanded={false} onClick={() => setIsOpen(true)}>
          Other rhythm
        </Choice>
      )}
    </Chips>
  );
}

function isSameRhythm(a: Pick<Rhythm, 'every' | 'unit'>, b: Pick<Rhythm, 'every' | 'unit'>): boolean {
  return a.every === b.every && a.unit === b.unit;
}

interface ChoiceProps {
  readonly isChosen: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
  readonly 'aria-expanded'?: boolean;
}

/** One of several: tinted where it is the one. */
function Choice({ isChosen, ...rest }: ChoiceProps) {
  const pressed = rest['aria-expanded'] === undefined ? { 'aria-pressed': isChosen } : {};
  return <Chip look={isChosen ? 'chosen' : 'choice'} {...pressed} {...rest} />;
}
