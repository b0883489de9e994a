/** Brought before it is wanted: the camera starts with the tap. */
export const loadWayOutlet = () => import('./WayOutlet.tsx').then((m) => m.WayOutlet);
