import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { useApp, useSignal } from './use-app.ts';

/** A new version offers itself; it never reloads under somebody's typing. */
export function UpdateBanner() {
  const app = useApp();
  const isReady = useSignal(app.isUpdateReady);
  return (
    <div role="status">
      {isReady ? (
        <Banner words="A new version is ready. What you typed stays.">
          <Button onClick={app.applyUpdate}>Update</Button>
        </Banner>
      ) : null}
    </div>
  );
}
