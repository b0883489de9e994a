/**
 * Whether reminders are shown on this device while the app is closed. `off`: it has not been asked, or was told to stop.
 * `not-installed`: this system shows them for apps on the home screen alone. `unsupported`: this browser shows none.
 */
export type ShownHere = 'on' | 'off' | 'denied' | 'not-installed' | 'unsupported';

/** Reminders as far as this device goes; when they come, the preference says. Nothing here throws or rejects. */
export interface DeviceReminders {
  look(): Promise<ShownHere>;
  /** Asks the person, where they were not asked yet: only after a tap that says why. */
  show(): Promise<ShownHere | 'no-answer'>;
  stop(): Promise<void>;
  /**
   * Tells the contact database again, which forgets a device with its session; anew where the browser has lost what
   * was made after `show`. Asks nobody.
   */
  renew(): Promise<void>;
  /** Takes the evening's off the lock screen: what it asked for is done. */
  closeEvening(): Promise<void>;
}
