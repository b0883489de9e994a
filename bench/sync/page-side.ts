export interface SideMoved {
  readonly ms: number;
  /** How many were sent, or are there afterwards. */
  readonly rows: number;
}

/** What the page of a peer, and of the lower bound, offers to the one who measures. */
export interface PageSide {
  /** Stores rows that wait to be pushed. `json` is the app's `Edit[]`, of one device and of new people. */
  fill(json: string): Promise<void>;
  /** Sends all that waits, in batches of 500. */
  push(): Promise<SideMoved>;
  /** Takes all that the server has, in pages of 500. */
  pull(): Promise<SideMoved>;
}

declare global {
  var side: PageSide;
}
