import type { Scanner } from '../../ports/scanner.ts';
import { startCamera } from './camera.ts';
import { openDecoder } from './decoder.ts';

const buzzMs = 60;

export function openScanner(): Scanner {
  const decoder = openDecoder();
  return {
    startCamera: (video, listener) => startCamera(video, decoder, listener),
    readPicture: decoder.decodePicture,
    buzz: () => {
      if ('vibrate' in navigator) navigator.vibrate(buzzMs);
    },
    close: decoder.close,
  };
}
