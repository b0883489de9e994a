import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { DraftFields } from '../../../../store/actions/drafts.ts';
import { Trouble } from '../../../ui/Trouble.tsx';
import type { DraftHandle } from '../../../ui/use-draft.ts';
import { HandOverWay } from '../ways/HandOverWay.tsx';
import { beginHandOver, isHandedOver } from '../ways/hand-over-fields.ts';
import type { WayProps } from '../ways/way.ts';
import styles from './Besides.module.css';
import { DraftPictures } from './DraftPictures.tsx';
import { useShared } from './use-shared.ts';

export interface BesidesProps {
  readonly draft: DraftHandle;
  /** As it stands before the agent. */
  readonly tag: DraftFields;
  /** Where people are met now. */
  readonly place: string;
  readonly onRead: WayProps['onRead'];
  /** The row of ways; null while the one line is open. */
  readonly children: ReactNode;
}

const ContactsWay = lazy(() =>
  import('../contacts/ContactsWay.tsx').then((m) => ({ default: m.ContactsWay })),
);

/**
 * What belongs to the tag and is off the first screen's path: pictures that came along, the two quieter ways, and
 * what other apps shared.
 */
export function Besides({ draft, tag, place, onRead, children }: BesidesProps) {
  const [isChoosing, setIsChoosing] = useState(false);
  const { cards, fillFromCards, forgetCards, leaveCards } = useShared(draft, place);
  const isAway = isHandedOver(draft.fields);
  return (
    <>
      <DraftPictures draft={draft} />
      {children}
      {children === null ? null : (
        <fieldset className={styles.quiet}>
          <legend className="visually-hidden">More ways</legend>
          <button type="button" onClick={() => setIsChoosing(true)}>
            From contacts
          </button>
          <button type="button" onClick={() => draft.replaceFields(beginHandOver(tag))}>
            Hand over
          </button>
        </fieldset>
      )}
      {isAway ? <HandOverWay draft={draft} place={place} /> : null}
      {!isAway && (isChoosing || cards !== undefined) ? (
        <Trouble>
          <Suspense fallback={null}>
            <ContactsWay
              key={cards?.id}
              shared={cards?.text}
              onRead={cards === undefined ? onRead : fillFromCards}
              onDone={() => {
                setIsChoosing(false);
                forgetCards();
              }}
              onClose={() => {
                setIsChoosing(false);
                leaveCards();
              }}
            />
          </Suspense>
        </Trouble>
      ) : null}
    </>
  );
}
