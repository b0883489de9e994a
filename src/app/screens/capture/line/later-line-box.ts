import { lazyOr } from '../../../ui/lazy-or.ts';

/** Brought before it is wanted: what is said needs it. */
export const LaterLineBox = lazyOr(() => import('./LineBox.tsx').then((m) => m.LineBox));
