import { useState } from 'react';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { spanInWords } from './time-words.ts';
import { useApp, useSignal } from './use-app.ts';

/** A network that dawdles, or a clock that nobody set to the second, is no wrong clock. */
const toleratedMs = 5 * 60_000;

/** Says that this phone's clock is off. What is saved suffers nothing by it, but its times are wrong (sync.md S-28). */
export function ClockBanner() {
  const { clockAheadMs } = useApp();
  const aheadMs = useSignal(clockAheadMs);
  const [isRead, setIsRead] = useState(false);
  const isOff = Math.abs(aheadMs) > toleratedMs;
  const words = `This phone’s clock is ${spanInWords(Math.abs(aheadMs))} ${aheadMs > 0 ? 'fast' : 'slow'}. Times here are off by that, and nothing else: set it in the phone’s settings.`;
  return (
    <div role="status">
      {isOff && !isRead ? (
        <Banner words={words}>
          <Button onClick={() => setIsRead(true)}>OK</Button>
        </Banner>
      ) : null}
    </div>
  );
}
