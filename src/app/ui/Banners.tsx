import { ClockBanner } from './ClockBanner.tsx';
import { RefillBanner } from './RefillBanner.tsx';
import { StorageBanner } from './StorageBanner.tsx';
import { UpdateBanner } from './UpdateBanner.tsx';
import { useWholeMerges } from './use-whole-merges.ts';

/** What must be said above every screen: nothing on most days. */
export function Banners() {
  useWholeMerges();
  return (
    <>
      <StorageBanner />
      <UpdateBanner />
      <RefillBanner />
      <ClockBanner />
    </>
  );
}
