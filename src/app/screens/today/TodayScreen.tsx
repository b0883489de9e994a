import { Link } from 'wouter';
import type { PersonMet } from '../../../store/queries/people.ts';
import { ConnectCard } from '../../ui/ConnectCard.tsx';
import { StillToDo } from '../../ui/hello/StillToDo.tsx';
import { OccasionsSoon } from '../../ui/occasion/OccasionsSoon.tsx';
import { Remember } from '../../ui/recall/Remember.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { dateInWords } from '../../ui/time-words.ts';
import { useApp, useSignal } from '../../ui/use-app.ts';
import { useIsPainted } from '../../ui/use-is-painted.ts';
import { usePeopleMetToday } from '../../ui/use-people-met-today.ts';
import { ReviewCard } from '../review/ReviewCard.tsx';
import { DueSection, dueAtOnce } from './due/DueSection.tsx';
import { useDueNow } from './due/use-due-now.ts';
import { MetToday } from './MetToday.tsx';
import styles from './TodayScreen.module.css';
import { VisitorCards } from './VisitorCards.tsx';
import { VoiceNotes } from './VoiceNotes.tsx';

export function TodayScreen() {
  return <Today met={usePeopleMetToday()} isAhead={false} />;
}

interface TodayProps {
  readonly met: readonly PersonMet[] | undefined;
  /** Drawn where nobody sees it: all of it, and what is below a phone's first screen is shown when its layer awakes. */
  readonly isAhead: boolean;
}

/** The day: who sent you their details, who you met, who is due to hear from you, and what is still to do. */
export function Today({ met, isAhead }: TodayProps) {
  const today = useSignal(useApp().today);
  const { due, showMore } = useDueNow(dueAtOnce);
  // What fills a phone's screen comes first.
  const isPainted = useIsPainted();
  const asked = new Set(due?.shown.flatMap((one) => one.asked?.id ?? []));
  return (
    <Screen title={dateInWords(today)}>
      <OccasionsSoon />
      <VisitorCards />
      <ReviewCard />
      {due === undefined ? null : <DueSection due={due} onMore={showMore} />}
      {isPainted || isAhead ? (
        <div className={isAhead ? `${styles.rest} ${styles.untilAwake}` : styles.rest}>
          <VoiceNotes />
          <StillToDo askedElsewhere={asked} />
          <Remember />
          {met === undefined ? null : <MetToday met={met} />}
          <ConnectCard />
          <Link href="/look-back" className={styles.lookBack}>
            A look back
          </Link>
          <Link href="/settings" className={styles.settings}>
            Settings
          </Link>
        </div>
      ) : null}
    </Screen>
  );
}
