import type { CameraTrouble } from '../../../ports/scanner.ts';

interface TroubleWords {
  readonly title: string;
  readonly words: string;
  readonly canTryAgain: boolean;
}

/** Why the camera does not help, and what does. */
export const troubleWords: Readonly<Record<CameraTrouble, TroubleWords>> = {
  refused: {
    title: 'The camera is off for this app',
    words: 'Allow it in your browser’s settings and try again, or choose a picture.',
    canTryAgain: true,
  },
  none: {
    title: 'No camera here',
    words: 'Choose a picture instead.',
    canTryAgain: false,
  },
  busy: {
    title: 'The camera did not start',
    words: 'Another app may be using it. Close that and try again, or choose a picture.',
    canTryAgain: true,
  },
  stopped: {
    title: 'The camera stopped',
    words: 'Something else took it, or it was unplugged.',
    canTryAgain: true,
  },
  insecure: {
    title: 'No camera at this address',
    words: 'Browsers lend it only to addresses that begin with https. Choose a picture instead.',
    canTryAgain: false,
  },
  unable: {
    title: 'This browser cannot read codes',
    words: 'Type what you see, or try again in another browser.',
    canTryAgain: true,
  },
};
