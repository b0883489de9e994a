import { useLiveQuery } from 'dexie-react-hooks';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { useApp } from './use-app.ts';
import { useAttempt } from './use-attempt.ts';

/** Says that the contact database had lost its people, and that this device gave it back what it has. */
export function RefillBanner() {
  const { store } = useApp();
  const attempt = useAttempt();
  const isNews = useLiveQuery(() => store.isRefillNews(), [store]) ?? false;
  return (
    <div role="status">
      {isNews ? (
        <Banner words="Your contact database had lost people. Everything on this phone goes to it again.">
          <Button onClick={() => attempt(() => store.markRefillRead())}>OK</Button>
        </Banner>
      ) : null}
    </div>
  );
}
