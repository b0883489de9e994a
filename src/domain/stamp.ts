/**
 * A hybrid logical clock's reading (Kulkarni et al., 2014) as text that sorts: nine base-36
 * digits of milliseconds since 1970, three of a counter, ten of the device's id. It is unique
 * to one edit of one device, so it also names that edit.
 */
export type Stamp = string;

/** Ten base-36 digits, drawn once a device. */
export type DeviceId = string;

/** What a clock has seen so far. `ms` is milliseconds since 1970. */
export interface ClockReading {
  readonly ms: number;
  readonly counter: number;
}

export const stampPattern = /^[0-9a-z]{22}$/;
export const deviceIdPattern = /^[0-9a-z]{10}$/;

const maxCounter = 36 ** 3 - 1;
/** In the year 5188; a clock beyond it stands still here and counts. */
const maxMs = 36 ** 9 - 1;
const zero: ClockReading = { ms: 0, counter: 0 };

/** The reading for one more edit: never earlier than any before, whatever the wall clock says. */
export function tickClock(seen: ClockReading | undefined, nowMs: number): ClockReading {
  const last = seen ?? zero;
  const now = Math.min(Math.floor(nowMs), maxMs);
  if (now > last.ms) return { ms: now, counter: 0 };
  if (last.counter < maxCounter) return { ms: last.ms, counter: last.counter + 1 };
  return { ms: last.ms + 1, counter: 0 };
}

/** The reading after somebody else's stamp was seen, so that a later edit here is later than it. */
export function observeStamp(seen: ClockReading | undefined, stamp: Stamp): ClockReading {
  const last = seen ?? zero;
  const other = stampToReading(stamp);
  if (other.ms !== last.ms) return other.ms > last.ms ? other : last;
  return other.counter > last.counter ? other : last;
}

export function readingToStamp(reading: ClockReading, device: DeviceId): Stamp {
  const ms = reading.ms.toString(36).padStart(9, '0');
  const counter = reading.counter.toString(36).padStart(3, '0');
  return `${ms}${counter}${device}`;
}

export function stampToReading(stamp: Stamp): ClockReading {
  return { ms: Number.parseInt(stamp.slice(0, 9), 36), counter: Number.parseInt(stamp.slice(9, 12), 36) };
}

export function stampToDevice(stamp: Stamp): DeviceId {
  return stamp.slice(12);
}
