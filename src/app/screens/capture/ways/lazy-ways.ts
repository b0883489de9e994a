import type { ComponentType } from 'react';
import type { WayProps } from './way.ts';

export type WayName = 'line' | 'card' | 'scan' | 'paste' | 'contacts' | 'hand-over';

/** Each comes from the device when it is first wanted. */
export const lazyWays: Partial<Record<WayName, ComponentType<WayProps>>> = {};
