/** What the browser can do for somebody who holds out the phone. Nothing here throws. */
export interface HoldOut {
  /** Hands a file to the phone's own sharing; false where it has none, or takes no file of that kind. */
  readonly shareFile: (file: File) => Promise<boolean>;
  /**
   * Keeps the screen from going dark (Screen Wake Lock) until the returned function is called; `onHeld` hears whether
   * the browser does. It lets go while the page is hidden, and refuses with a battery that is low.
   */
  readonly keepScreenOn: (onHeld: (isHeld: boolean) => void) => () => void;
}
