import { ClockBanner } from './ClockBanner.tsx';
import { RefillBanner } from './RefillBanner.tsx';
import { StorageBanner } from './StorageBanner.tsx';
import { UpdateBanner } from './UpdateBanner.tsx';

/** What must be said above every screen: nothing on most days. */
export function Banners() {
  return (
    <>
      <StorageBanner />
      <UpdateBanner />
      <RefillBanner />
      <ClockBanner />
    </>
  );
}
