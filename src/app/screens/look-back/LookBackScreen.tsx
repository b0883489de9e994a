import { useLiveQuery } from 'dexie-react-hooks';
import { Link, useLocation, useSearch } from 'wouter';
import { lookBackQueries } from '../../../store/queries/look-back.ts';
import { deviceZone } from '../../ui/device-zone.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useApp, useSignal } from '../../ui/use-app.ts';
import { useIsWide } from '../../ui/use-is-wide.ts';
import { FiguresTable } from './FiguresTable.tsx';
import { Legend } from './Legend.tsx';
import styles from './LookBackScreen.module.css';
import { lookBackInWords, metInWords } from './look-back-words.ts';
import { MonthPicture } from './MonthPicture.tsx';
import {
  addMonths,
  type Month,
  monthBounds,
  monthInWords,
  monthName,
  monthToText,
  msToMonth,
  textToMonth,
} from './month.ts';

/** A month as a picture: who was met where, how many the agent knows something about, and who has heard since. */
export function LookBackScreen() {
  const app = useApp();
  const queries = app.part(lookBackQueries);
  const thisMonth = msToMonth(useSignal(app.today));
  const asked = textToMonth(new URLSearchParams(useSearch()).get('month') ?? '') ?? thisMonth;
  const [from, to] = monthBounds(asked);
  const found = useLiveQuery(
    async () => ({ of: from, month: await queries.readLookBack(from, to, deviceZone()) }),
    [queries, from, to],
  );
  const firstMetAt = useLiveQuery(() => queries.readFirstMetAt(), [queries]);
  // The answer about another month, from the moment before, is none.
  const month = found?.of === from ? found.month : undefined;
  const width = useIsWide() ? 536 : 346;
  return (
    <Screen title="A look back">
      <Months
        asked={asked}
        isFirst={firstMetAt === undefined || from <= firstMetAt}
        isLast={monthToText(asked) >= monthToText(thisMonth)}
      />
      {month === undefined ? null : month.met === 0 ? (
        <Empty asked={asked} isNow={monthToText(asked) === monthToText(thisMonth)} />
      ) : (
        <>
          <div className={styles.words}>
            <p className={styles.met}>{metInWords(month.met)}</p>
            <p>{lookBackInWords(month)}</p>
          </div>
          <figure className={styles.figure}>
            <MonthPicture month={month} width={width} />
            <Legend month={month} />
          </figure>
          <FiguresTable month={month} caption={monthInWords(asked)} />
        </>
      )}
    </Screen>
  );
}

interface MonthsProps {
  readonly asked: Month;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function Months({ asked, isFirst, isLast }: MonthsProps) {
  const [path, navigate] = useLocation();
  const go = (months: number) =>
    navigate(`${path}?month=${monthToText(addMonths(asked, months))}`, { replace: true });
  return (
    <div className={styles.months}>
      <button type="button" aria-label="The month before" disabled={isFirst} onClick={() => go(-1)}>
        <Icon name="back" />
      </button>
      <h2 aria-live="polite">{monthInWords(asked)}</h2>
      <button type="button" aria-label="The month after" disabled={isLast} onClick={() => go(1)}>
        <Icon name="next" />
      </button>
    </div>
  );
}

function Empty({ asked, isNow }: { readonly asked: Month; readonly isNow: boolean }) {
  const name = monthName(asked);
  return (
    <div className={styles.empty}>
      <EmptyTag />
      <p className={styles.met}>{isNow ? `Nobody new in ${name} yet` : `Nobody new in ${name}`}</p>
      <p>
        {isNow
          ? 'Everybody you meet hangs here, a name tag each.'
          : 'Good months are also for the people you know already.'}
      </p>
      {isNow ? <Link href="/">Who did you meet?</Link> : null}
    </div>
  );
}

/** A tag that waits for a name. */
function EmptyTag() {
  return (
    <svg viewBox="-8 -8 136 96" width="136" height="96" aria-hidden="true">
      <g transform="rotate(-4 60 40)">
        <rect width="120" height="80" rx="12" className={styles.blank} />
        <path d="M0 27V12Q0 0 12 0H108Q120 0 120 12V27Z" className={styles.blankBand} />
      </g>
    </svg>
  );
}
