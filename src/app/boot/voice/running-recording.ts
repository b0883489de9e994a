import type { RunningRecording, StoppedRecording } from '../../ports/recorder.ts';
import { holdOut } from '../hold-out.ts';
import { type HeldLock, holdLock } from './hold-lock.ts';
import { listenAlong } from './live-words.ts';
import { recordInStretches } from './record-in-stretches.ts';
import type { StretchParts } from './start-stretch.ts';
import { watchLevel } from './watch-level.ts';
import { watchSilence } from './watch-silence.ts';

/** Muted for longer than that, a microphone has been taken away. */
const mutedMs = 2_000;

interface Parts extends StretchParts {
  /** What is spoken, BCP 47. */
  readonly language: string;
  readonly wait: (ms: number) => Promise<void>;
}

/** Records, each piece on disk before the next is waited for. Rejects where the browser cannot record this microphone. */
export async function startRecording(parts: Parts): Promise<RunningRecording> {
  const lock = await holdLock();
  try {
    return await recordUnder(lock, parts);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function recordUnder(lock: HeldLock, parts: Parts): Promise<RunningRecording> {
  const { microphone, language, events } = parts;
  let stopping: Promise<StoppedRecording> | undefined;
  let isOver = false;
  const endByItself = () => {
    if (isOver) return;
    isOver = true;
    events.onEnded();
  };
  const stretches = await recordInStretches(parts, lock, endByItself);
  const live = listenAlong(language, microphone, (words) => {
    stretches.hear(words);
    events.onLive(words);
  });
  const letGo = watchMicrophone(parts, endByItself);

  const finish = async (): Promise<StoppedRecording> => {
    const ended = await stretches.end();
    letGo();
    const heard = await live.stop();
    for (const track of microphone.getTracks()) track.stop();
    return { ...ended, ...(await stretches.settle(heard)) };
  };
  const stop = () => {
    isOver = true;
    stopping ??= finish();
    return stopping;
  };
  return { stop, flush: stretches.flush };
}

/** How loud it is, whether it is heard at all, and whether it is still there; none of that may end a recording that runs. */
function watchMicrophone({ microphone, events }: Parts, onGone: () => void): () => void {
  const takeLevel = watchSilence(() => performance.now(), events.onSilent);
  const stopLevel = tryToWatchLevel(microphone, (level) => {
    events.onLevel(level);
    takeLevel(level);
  });
  // A phone that locks itself takes the microphone away.
  const letScreenOff = holdOut.keepScreenOn(() => undefined);
  for (const track of microphone.getTracks()) {
    track.addEventListener('ended', onGone);
    // A call takes the microphone away without ending the track: what comes from it is silence.
    track.addEventListener('mute', () => {
      setTimeout(() => {
        if (track.muted) onGone();
      }, mutedMs);
    });
    // One that was muted from the start tells of no such event; it may be a switch that somebody forgot.
    setTimeout(() => {
      if (track.muted && track.readyState === 'live') events.onSilent(true);
    }, mutedMs);
    track.addEventListener('unmute', () => events.onSilent(false));
  }
  return () => {
    stopLevel();
    letScreenOff();
  };
}

function tryToWatchLevel(microphone: MediaStream, onLevel: (level: number) => void): () => void {
  try {
    return watchLevel(microphone, onLevel);
  } catch {
    return () => undefined;
  }
}
