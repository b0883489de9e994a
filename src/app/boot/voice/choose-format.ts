/** Speech is clear at this; browsers record at 128,000 where nobody says. */
export const speechBitsPerSecond = 32_000;

/**
 * What is asked of the recorder, the first that it can do; undefined leaves it to the browser. WebM with Opus is what
 * Chromium and Firefox record best, MP4 with AAC what WebKit does.
 */
const formats = [
  'audio/webm;codecs=opus',
  'audio/mp4;codecs=mp4a.40.2',
  'audio/ogg;codecs=opus',
  'audio/mp4',
];

export function chooseFormat(isTypeSupported: (type: string) => boolean): string | undefined {
  return formats.find((format) => isTypeSupported(format));
}
