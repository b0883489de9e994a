import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import sheet from '../ScanWay.module.css';
import styles from './CardReadView.module.css';
import { CornerPicture } from './CornerPicture.tsx';
import { fieldInWords, type Suggestion } from './suggestions.ts';
import type { Reading, Side, useCard } from './use-card.ts';

interface CardReadViewProps {
  readonly card: ReturnType<typeof useCard>;
  readonly reading: Reading;
  readonly suggestions: readonly Suggestion[];
  readonly isKept: (one: Suggestion) => boolean;
  readonly onToggle: (one: Suggestion) => void;
  /** The first name of whom it would save; undefined where the tag should be looked at first. */
  readonly savable: string | undefined;
  readonly onSave: () => void;
  readonly onKeepAll: () => void;
  readonly onClose: () => void;
}

/** The picture that was taken, how far reading is, and what was read, to tap. */
export function CardReadView(props: CardReadViewProps) {
  const { card, reading, suggestions, isKept, onToggle } = props;
  const { last: side } = card;
  if (side === undefined) return null;
  const isBusy = 'done' in reading;
  return (
    <>
      <header className={sheet.top}>
        <h1 id="card-title">{card.sides.length === 1 ? 'Card' : 'Back'}</h1>
        <div className={styles.tools}>
          {side.place?.isMoved || !(isBusy || reading.kind === 'read') ? (
            <Button onClick={() => void card.readAgain()}>Read again</Button>
          ) : null}
          <Button onClick={() => void card.turn()}>Turn</Button>
        </div>
      </header>
      <CornerPicture picture={side.picture} place={side.place} onMove={card.moveCorners} />
      {side.isStored === false ? (
        <p role="alert" className={styles.words}>
          This phone has no room for the picture.
        </p>
      ) : null}
      <div role="status" className={styles.words}>
        {wordsOf(reading, side, suggestions)}
        {isBusy ? <progress aria-label={busyWords[reading.kind]} value={reading.done} /> : null}
      </div>
      {suggestions.length === 0 ? null : (
        <ul className={styles.list} aria-label="What was read">
          {suggestions.map((one) => (
            <li key={`${one.field} ${one.text}`}>
              <button
                type="button"
                className={styles.value}
                aria-pressed={isKept(one)}
                onClick={() => onToggle(one)}
              >
                <span className={styles.field}>
                  {fieldInWords(one)}
                  {one.isSure ? null : ' · tap it if it is right'}
                </span>
                <span className={styles.text}>{one.text}</span>
                {isKept(one) ? <Icon name="check" size={20} /> : null}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Choices {...props} isBusy={isBusy} />
    </>
  );
}

const busyWords = {
  fetching: 'Fetching what reads cards (4.5 MB)…',
  reading: 'Reading the card…',
} as const;

function wordsOf(reading: Reading, { isStored }: Side, suggestions: readonly Suggestion[]): string {
  const isKept = isStored ? 'The picture is kept.' : '';
  switch (reading.kind) {
    case 'fetching':
    case 'reading':
      return busyWords[reading.kind];
    case 'read':
      return suggestions.some((one) => one.isSure) ? 'Tap what is right, or keep all.' : 'Tap what is right.';
    case 'missing-parts':
      return `Reading cards needs to be fetched once with signal. ${isKept}`;
    case 'cancelled':
      return isKept;
    case 'nothing':
      if (suggestions.length > 0) return `Nothing more could be read. ${isKept}`;
      return isStored
        ? 'Nothing could be read. The picture is kept; type what you need.'
        : 'Nothing could be read; type what you need.';
  }
}

function Choices({
  card,
  suggestions,
  isKept,
  savable,
  onSave,
  onKeepAll,
  onClose,
  isBusy,
}: CardReadViewProps & { readonly isBusy: boolean }) {
  if (isBusy) {
    return (
      <div className={styles.choices}>
        <Button onClick={card.cancel}>Cancel</Button>
        <Button onClick={onClose}>Close</Button>
      </div>
    );
  }
  const canKeepAll = suggestions.some((one) => one.isSure);
  const back = card.sides.length < 2 ? <Button onClick={card.takeAnother}>The back too</Button> : null;
  const primary = canKeepAll ? onKeepAll : onClose;
  const closing = suggestions.some(isKept) ? 'Done' : 'Close';
  return (
    <div className={styles.choices}>
      {back}
      {canKeepAll ? <Button onClick={onClose}>{closing}</Button> : null}
      {savable === undefined ? null : <Button onClick={onKeepAll}>Keep all</Button>}
      <Button look="primary" className={styles.wide ?? ''} onClick={savable ? onSave : primary}>
        {savable ? `Save ${savable}` : canKeepAll ? 'Keep all' : closing}
      </Button>
    </div>
  );
}
