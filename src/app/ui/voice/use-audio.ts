import { useEffect, useRef, useState } from 'react';

export const rates = [1, 1.5, 2] as const;
export type Rate = (typeof rates)[number];

export interface AudioInSight {
  readonly isPlaying: boolean;
  /** Seconds from its beginning. */
  readonly at: number;
  readonly rate: Rate;
  /** This browser cannot play what it was given. */
  readonly cannotPlay: boolean;
  readonly toggle: () => void;
  readonly seek: (seconds: number) => void;
  readonly setRate: (rate: Rate) => void;
}

/** Plays what lies at an address, for as long as it is in sight. */
export function useAudio(address: string | undefined): AudioInSight {
  const audio = useRef<HTMLAudioElement>(undefined);
  const [isPlaying, setIsPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [rate, setRate] = useState<Rate>(1);
  const [cannotPlay, setCannotPlay] = useState(false);
  useEffect(() => {
    if (address === undefined) return;
    const element = new Audio(address);
    element.preload = 'auto';
    element.onplay = () => setIsPlaying(true);
    element.onpause = () => setIsPlaying(false);
    element.ontimeupdate = () => setAt(element.currentTime);
    element.onended = () => setAt(0);
    element.onerror = () => setCannotPlay(true);
    audio.current = element;
    return () => {
      element.onerror = null;
      element.pause();
      element.removeAttribute('src');
      audio.current = undefined;
      setIsPlaying(false);
    };
  }, [address]);
  return {
    isPlaying,
    at,
    rate,
    cannotPlay,
    toggle() {
      const element = audio.current;
      if (element === undefined) return;
      if (!element.paused) return element.pause();
      element.playbackRate = rate;
      element.play().catch((error) => {
        // Whoever taps twice has only changed their mind.
        if (error instanceof DOMException && error.name === 'NotSupportedError') setCannotPlay(true);
      });
    },
    seek(seconds) {
      setAt(seconds);
      if (audio.current !== undefined) audio.current.currentTime = seconds;
    },
    setRate(next) {
      setRate(next);
      if (audio.current !== undefined) audio.current.playbackRate = next;
    },
  };
}
