/** Brought before it is wanted, so that the first key after the tap falls into it. */
export const loadLineBox = () => import('./LineBox.tsx').then((m) => m.LineBox);
