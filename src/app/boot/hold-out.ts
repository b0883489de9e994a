import type { HoldOut } from '../ports/hold-out.ts';

export const holdOut: HoldOut = { shareFile, keepScreenOn };

async function shareFile(file: File): Promise<boolean> {
  const files = [file];
  if (!('canShare' in navigator) || !navigator.canShare({ files })) return false;
  try {
    await navigator.share({ files });
    return true;
  } catch (error) {
    // The person closed the sheet: they know.
    return error instanceof DOMException && error.name === 'AbortError';
  }
}

function keepScreenOn(onHeld: (isHeld: boolean) => void): () => void {
  if (!('wakeLock' in navigator)) return () => undefined;
  let isOver = false;
  let lock: WakeLockSentinel | undefined;
  const hold = async () => {
    if (document.visibilityState !== 'visible') return;
    const taken = await navigator.wakeLock.request('screen');
    if (isOver) return taken.release();
    lock = taken;
    onHeld(true);
    taken.addEventListener('release', () => onHeld(false));
  };
  const holdQuietly = () => void hold().catch(() => undefined);
  holdQuietly();
  document.addEventListener('visibilitychange', holdQuietly);
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', holdQuietly);
    lock?.release().catch(() => undefined);
  };
}
