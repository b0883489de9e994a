import type { Scanner } from '../../ports/scanner.ts';
import { loadPhoneReader } from '../phone-reader.ts';
import { startCamera } from './camera.ts';
import { openDecoder } from './decoder.ts';

const buzzMs = 60;

export function openScanner(): Scanner {
  const decoder = openDecoder();
  return {
    startCamera: (video, listener) => {
      const onSight: typeof listener.onSight = (sight) => {
        listener.onSight(sight);
        // The number in a code is read as soon as it is seen.
        void loadPhoneReader();
      };
      return startCamera(video, decoder, { ...listener, onSight });
    },
    readPicture: decoder.decodePicture,
    buzz: () => {
      if ('vibrate' in navigator) navigator.vibrate(buzzMs);
    },
    close: decoder.close,
  };
}
