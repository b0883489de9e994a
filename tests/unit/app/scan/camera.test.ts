// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startCamera } from '../../../../src/app/boot/scan/camera.ts';
import type { Decoder } from '../../../../src/app/boot/scan/decoder.ts';
import type { CameraTrouble, RunningCamera } from '../../../../src/app/ports/scanner.ts';

class Track extends EventTarget {
  isLive = true;
  constraints: unknown;
  stop(): void {
    this.isLive = false;
  }
  getCapabilities = () => ({ torch: true });
  applyConstraints = async (constraints: unknown) => {
    this.constraints = constraints;
  };
}

const frame = {};
const started: RunningCamera[] = [];
let tracks: Track[];
let troubles: CameraTrouble[];
let seen: (readonly string[])[];
let hasTorch: boolean | undefined;
let visibility: string;
let getUserMedia: () => Promise<unknown>;
let decodeFrame: Decoder['decodeFrame'];

beforeEach(() => {
  vi.useFakeTimers();
  tracks = [];
  troubles = [];
  seen = [];
  hasTorch = undefined;
  visibility = 'visible';
  decodeFrame = async () => [];
  getUserMedia = async () => {
    const track = new Track();
    tracks.push(track);
    return { getTracks: () => [track], getVideoTracks: () => [track] };
  };
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('createImageBitmap', async () => frame);
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: () => getUserMedia() } });
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility as 'visible');
});
afterEach(() => {
  for (const camera of started.splice(0)) camera.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function start() {
  const video = document.createElement('video');
  // What no page without a camera has.
  Object.defineProperties(video, {
    readyState: { value: 4 },
    srcObject: { value: null, writable: true },
    play: { value: async () => undefined },
  });
  const decoder: Decoder = {
    decodeFrame: (given) => decodeFrame(given),
    decodePicture: async () => undefined,
    close: () => undefined,
  };
  const camera = startCamera(video, decoder, {
    onSight: (sight) => {
      hasTorch = sight.hasTorch;
    },
    onCodes: (texts) => seen.push(texts),
    onTrouble: (trouble) => troubles.push(trouble),
  });
  started.push(camera);
  return camera;
}

const soon = () => vi.advanceTimersByTimeAsync(200);
const show = (state: 'visible' | 'hidden') => {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
  return soon();
};

describe('startCamera', () => {
  it.each([
    ['NotAllowedError', 'refused'],
    ['NotFoundError', 'none'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
  ])('says of %s that it is %s', async (name, trouble) => {
    getUserMedia = () => Promise.reject(new DOMException('', name));
    start();
    await soon();
    expect(troubles).toEqual([trouble]);
  });

  it('says that the address is not safe, and that there is no camera to ask for', async () => {
    vi.stubGlobal('navigator', {});
    start();
    await soon();
    vi.stubGlobal('isSecureContext', false);
    start();
    await soon();
    expect(troubles).toEqual(['none', 'insecure']);
  });

  it('reads frame after frame until it is stopped, and tells nothing afterwards', async () => {
    decodeFrame = async () => ['one'];
    const camera = start();
    await soon();
    expect(seen.length).toBeGreaterThan(1);
    expect(hasTorch).toBe(true);
    await camera.setTorch(true);
    expect(tracks[0]?.constraints).toEqual({ advanced: [{ torch: true }] });
    camera.stop();
    const before = seen.length;
    await soon();
    expect(seen.length).toBe(before);
    expect(tracks.map(({ isLive }) => isLive)).toEqual([false]);
  });

  it('ends a camera that is allowed after it was stopped', async () => {
    start().stop();
    await soon();
    expect(tracks.map(({ isLive }) => isLive)).toEqual([false]);
    expect(hasTorch).toBeUndefined();
  });

  it('says that it was taken away', async () => {
    start();
    await soon();
    tracks[0]?.dispatchEvent(new Event('ended'));
    expect(troubles).toEqual(['stopped']);
    expect(tracks[0]?.isLive).toBe(false);
  });

  it('rests while nobody looks, and starts again by itself', async () => {
    const camera = start();
    await soon();
    await show('hidden');
    expect(tracks.map(({ isLive }) => isLive)).toEqual([false]);
    await show('visible');
    expect(tracks.map(({ isLive }) => isLive)).toEqual([false, true]);
    expect(troubles).toEqual([]);
    camera.stop();
    await show('hidden');
    await show('visible');
    expect(tracks.map(({ isLive }) => isLive)).toEqual([false, false]);
  });

  it('says that nothing here decodes', async () => {
    decodeFrame = async () => undefined;
    start();
    await soon();
    expect(troubles).toEqual(['unable']);
    expect(tracks[0]?.isLive).toBe(false);
  });
});
