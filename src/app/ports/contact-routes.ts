/**
 * Ways of a card into the phone's own address book. `address`: the service worker's, which opens a preview or is
 * downloaded; `link`: the card itself as a link; `share`: the phone's own sharing; `file`: a file that is saved.
 */
export type ContactRoute = 'address' | 'link' | 'share' | 'file';

/** What this device's browser takes. */
export interface ContactRoutes {
  /** The likeliest first; at least one. */
  readonly order: readonly ContactRoute[];
  /** Characters of a `mailto:` link that this system's mail programs take. */
  readonly maxMailLength: number;
  /** Whether the phone's own sharing takes a file of that type. */
  readonly canShare: (file: File) => boolean;
  /** False when the phone would not take it. */
  readonly share: (file: File) => Promise<boolean>;
}
