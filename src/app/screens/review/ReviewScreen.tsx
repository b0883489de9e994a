import { Link } from 'wouter';
import { personFirstName, personLabel } from '../../../domain/person.ts';
import type { DeckTag } from '../../../store/queries/review.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Screen } from '../../ui/Screen.tsx';
import styles from './Review.module.css';
import { ReviewEnd } from './ReviewEnd.tsx';
import { ReviewTag } from './ReviewTag.tsx';
import { type Deck, useDeck } from './use-deck.ts';
import { useOver } from './use-over.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { useSwipe } from './use-swipe.ts';

const title = 'Review the day';

/** The people that nobody has looked at since they were met, one tag a screen: a finite deck, and an end to it. */
export function ReviewScreen({ onOver }: { readonly onOver: () => void }) {
  const deck = useDeck();
  const isOver = deck !== undefined && deck.here === undefined;
  useOver(isOver, () => deck?.forget());
  if (deck === undefined) return <Screen title={title}>{null}</Screen>;
  if (deck.tags.length === 0) {
    return (
      <Screen title={title}>
        <section className={styles.nobody}>
          <h2>Nobody waits tonight</h2>
          <p>You have looked at everybody you met. Have a good evening.</p>
          <Link href="/today">Today</Link>
        </section>
      </Screen>
    );
  }
  const tag = deck.here === undefined ? undefined : deck.tags[deck.here];
  if (tag === undefined) return <ReviewEnd deck={deck} onOver={onOver} />;
  return <OneTag deck={deck} tag={tag} place={deck.here ?? 0} />;
}

function OneTag({
  deck,
  tag,
  place,
}: {
  readonly deck: Deck;
  readonly tag: DeckTag;
  readonly place: number;
}) {
  useReviewKeys(deck);
  const { shift, means, handlers } = useSwipe({ onRight: deck.done, onLeft: deck.leave });
  const before = deck.tags[place - 1];
  const behind = deck.tags[place + 1];
  return (
    <Screen
      title={title}
      corner={
        <nav className={styles.places} aria-label="The review">
          <StepButton by={-1} to={before} deck={deck} />
          <span>
            {place + 1} of {deck.tags.length}
          </span>
          <StepButton by={1} to={behind} deck={deck} />
        </nav>
      }
      action={
        <>
          <div className={styles.choices} data-at-hand>
            <Button onClick={deck.leave} aria-keyshortcuts="l">
              Later
            </Button>
            <Button look="primary" onClick={deck.done}>
              Done with {personFirstName(tag.person)}
            </Button>
          </div>
          <p className={styles.keys} aria-hidden="true">
            <kbd>Enter</kbd> Done <kbd>L</kbd> Later <kbd>K</kbd> <kbd>J</kbd> or <kbd>←</kbd> <kbd>→</kbd> Go
            through
          </p>
        </>
      }
    >
      <Bar deck={deck} place={place} />
      <div
        className={styles.card}
        data-means={means}
        style={shift === 0 ? undefined : { transform: `translateX(${shift}px)` }}
        {...handlers}
      >
        <ReviewTag key={tag.person.id} tag={tag} place={place} count={deck.tags.length} />
      </div>
    </Screen>
  );
}

interface StepButtonProps {
  readonly by: -1 | 1;
  readonly to: DeckTag | undefined;
  readonly deck: Deck;
}

function StepButton({ by, to, deck }: StepButtonProps) {
  const where = by === -1 ? 'Back' : 'On';
  return (
    <button
      type="button"
      className={styles.step}
      disabled={to === undefined}
      aria-label={to === undefined ? where : `${where} to ${personLabel(to.person)}`}
      onClick={() => deck.step(by)}
    >
      <Icon name={by === -1 ? 'back' : 'next'} size={20} />
    </button>
  );
}

/** How far it is. Decoration: the corner says it in words. */
function Bar({ deck, place }: { readonly deck: Deck; readonly place: number }) {
  return (
    <div className={styles.bar} aria-hidden="true">
      {deck.tags.map(({ person, isDone }, at) => (
        <i key={person.id} data-state={at === place ? 'here' : isDone ? 'done' : undefined} />
      ))}
    </div>
  );
}
