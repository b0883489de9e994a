import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { useApp, useSignal } from './use-app.ts';

/** A database that does not open must never look like one without people. */
export function StorageBanner() {
  const app = useApp();
  const isOpen = useSignal(app.isStorageOpen);
  return (
    <div role="alert">
      {isOpen ? null : (
        <Banner words="This phone’s storage does not open. Your people are in it: close other tabs of Justmet, then open again. What you type now stays only while this page is open.">
          <Button onClick={app.reload}>Open again</Button>
        </Banner>
      )}
    </div>
  );
}
