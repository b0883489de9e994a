import { type ComponentType, lazy } from 'react';
import type { WayProps } from './way.ts';

export type WayName = 'line' | 'card' | 'scan' | 'paste' | 'contacts' | 'hand-over';

/** Each comes from the device when it is first wanted. */
export const lazyWays: Partial<Record<WayName, ComponentType<WayProps>>> = {
  scan: lazy(() => import('./ScanWay.tsx').then((m) => ({ default: m.ScanWay }))),
};
