export interface UntilReading {
  /** The occasion without its end. */
  readonly name: string;
  readonly until: Date;
}

const ending =
  /^(.*?)[\s,;–-]*\b(?:until|till|til|hasta(?:\s+las?)?)\s+(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.?|p\.m\.?)?\s*$/iu;

/**
 * "Chamber mixer, until 9" is the mixer, and the next nine o'clock after `now` by the device's own clock. Undefined
 * where nothing is said of an end, or no occasion before it.
 */
export function readUntil(text: string, now: Date): UntilReading | undefined {
  const [, name = '', hourText = '', minuteText = '0', half] = ending.exec(text.trim()) ?? [];
  const hour = Number(hourText);
  const minute = Number(minuteText);
  if (name.trim() === '' || hourText === '' || hour > 24 || minute > 59) return undefined;
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const until = nextOf(hoursOf(hour, half?.[0]?.toLowerCase()), minute, now);
  return { name: name.trim(), until };
}

/** Nine without a word may be in the morning or in the evening. */
function hoursOf(hour: number, half: string | undefined): readonly number[] {
  if (half === 'a') return [hour % 12];
  if (half === 'p') return [(hour % 12) + 12];
  return hour >= 1 && hour <= 12 ? [hour % 12, (hour % 12) + 12] : [hour % 24];
}

/** The next moment after `now` at one of these hours. */
function nextOf(hours: readonly number[], minute: number, now: Date): Date {
  const moments = [0, 1].flatMap((days) =>
    hours.map((hour) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour, minute)),
  );
  const later = moments.filter((moment) => moment > now).sort((a, b) => a.getTime() - b.getTime());
  return later[0] ?? now;
}
