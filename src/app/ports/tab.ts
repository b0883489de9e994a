/** One open tab. It holds a lock for as long as it lives, so that others can tell. */
export interface Tab {
  readonly id: Promise<string>;
  /** The ids of all tabs that are open now, this one too. */
  readLiveIds(): Promise<ReadonlySet<string>>;
}
