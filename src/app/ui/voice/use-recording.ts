import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type {
  Kept,
  LiveWords,
  RecorderEvents,
  RecorderTrouble,
  RunningRecording,
  StoppedRecording,
} from '../../ports/recorder.ts';
import { createSignal, type Signal } from '../../ports/signal.ts';
import { useApp } from '../use-app.ts';

export type RecordingState =
  | { readonly kind: 'starting' | 'recording' | 'stopping' }
  | { readonly kind: RecorderTrouble }
  /** Its code did not arrive. */
  | { readonly kind: 'missing' }
  /** All that was said is on this device. `wasTaken`: something else than the agent ended it. */
  | {
      readonly kind: 'safe';
      readonly id: string;
      readonly noteId: string;
      readonly kept: Kept;
      readonly wasTaken: boolean;
    }
  /** The device would not take all of it: it is in memory, and stored as soon as there is room. */
  | { readonly kind: 'unkept'; readonly recording: Blob };

export interface RecordingInSight {
  readonly state: RecordingState;
  /** How much of it is on disk. */
  readonly seconds: number;
  /** The latest, 0 to 1, the newest last: twenty times a second, so only what draws them is drawn anew. */
  readonly levels: Signal<readonly number[]>;
  readonly live: LiveWords;
  readonly isFull: boolean;
  /** Nothing is heard. */
  readonly isSilent: boolean;
  readonly stop: () => void;
}

export interface RecordingWish {
  readonly personId: string | null;
  readonly noteId: string | null;
}

/** "voice-note.webm" */
export function recordingFileName({ type }: Blob): string {
  return `voice-note.${type.split(/[/;]/)[1] || 'webm'}`;
}

/** As many as fill a phone's width. */
const levelsShown = 64;
const noLevels: readonly number[] = Array.from({ length: levelsShown }, () => 0);

/** Records from the moment it is drawn, once. Who leaves has stopped: what was said becomes a voice note all the same. */
export function useRecording(wish: RecordingWish): RecordingInSight {
  const { loadRecorder, requestSync, saveFile, toast } = useApp();
  const [state, setState] = useState<RecordingState>({ kind: 'starting' });
  const [seconds, setSeconds] = useState(0);
  const [levels] = useState(() => createSignal(noLevels));
  const [live, setLive] = useState<LiveWords>({ said: '', perhaps: '' });
  const [isFull, setIsFull] = useState(false);
  const [isSilent, setIsSilent] = useState(false);
  const running = useRef<RunningRecording>(undefined);
  const isStopping = useRef(false);
  const hasLeft = useRef(false);

  const show = ({ id, noteId }: StoppedRecording, kept: Kept, wasTaken: boolean) => {
    if (kept === 'kept') requestSync();
    setState({ kind: 'safe', id, noteId, kept, wasTaken });
  };
  const finish = async (wasTaken: boolean) => {
    const mine = running.current;
    if (mine === undefined || isStopping.current) return;
    isStopping.current = true;
    setState({ kind: 'stopping' });
    const stopped = await mine.stop();
    if ('kept' in stopped) return show(stopped, stopped.kept, wasTaken);
    const { unkept, whenKept } = stopped;
    setState({ kind: 'unkept', recording: unkept });
    // Nobody is there to choose: it is handed to them, and tried again all the same.
    if (hasLeft.current) saveFile(recordingFileName(unkept), unkept);
    const kept = await whenKept;
    show(stopped, kept, wasTaken);
    if (hasLeft.current && (kept === 'kept' || kept === 'nobody'))
      toast.set({ words: 'There is room again: all of your voice note is on this phone.' });
  };
  const begin = useEffectEvent(async (left: AbortSignal) => {
    const events: RecorderEvents = {
      onLevel: (level) => levels.set([...levels.get().slice(1), level]),
      onLive: setLive,
      onSafe: setSeconds,
      onFull: setIsFull,
      onSilent: setIsSilent,
      onEnded: () => void finish(true),
    };
    const recorder = await loadRecorder();
    // A tap, and back before its code had come: nobody is asked for a microphone.
    if (left.aborted) return;
    const answer = await recorder.start(wish, events, left);
    if (answer === undefined) return;
    if ('trouble' in answer) return setState({ kind: answer.trouble });
    running.current = answer;
    if (left.aborted) return finish(false);
    setState({ kind: 'recording' });
  });
  const leave = useEffectEvent(() => {
    hasLeft.current = true;
    void finish(false);
  });

  useEffect(() => {
    const left = new AbortController();
    void begin(left.signal).catch(() => setState({ kind: 'missing' }));
    const flush = () => running.current?.flush();
    document.addEventListener('visibilitychange', flush);
    addEventListener('pagehide', flush);
    return () => {
      left.abort();
      document.removeEventListener('visibilitychange', flush);
      removeEventListener('pagehide', flush);
      leave();
    };
  }, []);
  return { state, seconds, levels, live, isFull, isSilent, stop: () => void finish(false) };
}
