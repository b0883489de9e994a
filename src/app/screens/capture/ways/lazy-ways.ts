import { type ComponentType, lazy } from 'react';
import type { WayProps } from './way.ts';

export type WayName = 'line' | 'card' | 'scan' | 'paste';

/** Each comes from the device when it is first wanted. The line is a part of the form itself. */
export const lazyWays: Partial<Record<WayName, ComponentType<WayProps>>> = {
  paste: lazy(() => import('./PasteWay.tsx').then((m) => ({ default: m.PasteWay }))),
};
