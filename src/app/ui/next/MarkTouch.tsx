import { useState } from 'react';
import { type Person, personFirstName } from '../../../domain/person.ts';
import { nextTouchActions } from '../../../store/actions/next-touches.ts';
import type { TouchWay } from '../../../store/queries/touches.ts';
import { Chip, Chips } from '../Chip.tsx';
import { useApp } from '../use-app.ts';
import { useAttempt } from '../use-attempt.ts';
import { markWays } from './mark-ways.ts';
import { tellTouched } from './tell-touched.ts';

interface MarkTouchProps {
  readonly person: Person;
  /** A date in the days to come, in words ("Call on Tue 1 Dec"): whether this was it, the agent says. */
  readonly agreed?: string | undefined;
  readonly onMarked: () => void;
}

/** For what was done outside the app: a tap says how they were in touch, just now. */
export function MarkTouch({ person, agreed, onMarked }: MarkTouchProps) {
  const app = useApp();
  const attempt = useAttempt();
  const [isAgreed, setIsAgreed] = useState(false);
  const mark = async (way: TouchWay) => {
    const marked = await app.part(nextTouchActions).markTouch(person.id, way, isAgreed);
    onMarked();
    if (marked !== undefined) await tellTouched(app, person, () => attempt(marked.undo));
  };
  return (
    <>
      <Chips label={`How were you in touch with ${personFirstName(person)}?`}>
        {markWays.map(({ way, words }) => (
          <Chip key={way} look="choice" onClick={() => attempt(() => mark(way))}>
            {words}
          </Chip>
        ))}
      </Chips>
      {agreed === undefined ? null : (
        <Chips label="What was agreed">
          <Chip
            look={isAgreed ? 'chosen' : 'suggestion'}
            aria-pressed={isAgreed}
            onClick={() => setIsAgreed(!isAgreed)}
          >
            That was it: {agreed}
          </Chip>
        </Chips>
      )}
    </>
  );
}
