/** Nobody has been heard since the start for so long: a microphone that is muted gives silence, and no error. */
const fromStartMs = 5_000;
/** Somebody was heard before: they may be thinking, and what takes noise away makes silence of that. */
const laterMs = 20_000;

/** Takes each level as it comes, 0 to 1, and tells when nothing is heard, and when something is again. */
export function watchSilence(
  nowMs: () => number,
  onSilent: (isSilent: boolean) => void,
): (level: number) => void {
  let soundAtMs = nowMs();
  let patienceMs = fromStartMs;
  let isSilent = false;
  const tell = (next: boolean) => {
    if (next !== isSilent) onSilent(next);
    isSilent = next;
  };
  return (level) => {
    if (level <= 0) return tell(nowMs() - soundAtMs >= patienceMs);
    soundAtMs = nowMs();
    patienceMs = laterMs;
    tell(false);
  };
}
