import { lazyOr } from '../../../ui/lazy-or.ts';

/** Brought before it is wanted: the camera starts with the tap. */
export const LaterWayOutlet = lazyOr(() => import('./WayOutlet.tsx').then((m) => m.WayOutlet));
