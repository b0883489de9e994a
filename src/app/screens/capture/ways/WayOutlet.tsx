import { lazy, Suspense } from 'react';
import { Trouble } from '../../../ui/Trouble.tsx';
import type { WayName, WayProps } from './way.ts';

/** Each comes from the device when it is first wanted. */
const ways = {
  card: lazy(() => import('./card/CardWay.tsx').then((m) => ({ default: m.CardWay }))),
  scan: lazy(() => import('./ScanWay.tsx').then((m) => ({ default: m.ScanWay }))),
  paste: lazy(() => import('./PasteWay.tsx').then((m) => ({ default: m.PasteWay }))),
} as const;

/** The way that was chosen, over the capture screen. */
export function WayOutlet({ way, ...props }: WayProps & { readonly way: WayName }) {
  const Way = ways[way];
  return (
    <Trouble key={way}>
      <Suspense fallback={null}>
        <Way {...props} />
      </Suspense>
    </Trouble>
  );
}
