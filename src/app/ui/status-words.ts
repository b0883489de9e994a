import { countedSubjects } from '../../store/queries/safety.ts';
import type { SyncStatus } from '../../sync/status.ts';
import { momentInWords } from './time-words.ts';

export interface StatusWords {
  /** For the corner: two or three words. */
  readonly short: string;
  /** The whole sentence. */
  readonly long: string;
  /** True when all that was saved is in the contact database. */
  readonly isSafe: boolean;
}

export function statusInWords(status: SyncStatus, nowMs: number): StatusWords {
  switch (status.kind) {
    case 'on-device':
      return onDevice(status.waiting);
    case 'waiting':
      return waiting(status.waiting, status.filesWaiting, status.isOnline);
    case 'in-database': {
      const since = momentInWords(new Date(status.sinceMs).toISOString(), nowMs);
      const long = `Everything is in your contact database since ${since}.`;
      if (status.isOnline) return { short: 'all in database', long, isSafe: true };
      return { short: 'offline', long: `You are offline. ${long}`, isSafe: true };
    }
    case 'signed-out':
      return {
        short: 'sign in again',
        long: `${kept(status.waiting)} Sign in again to send it to your contact database.`,
        isSafe: false,
      };
    case 'database-full':
      return {
        short: `${figureOf(status.waiting, status.filesWaiting)} waiting`,
        long: `${keptOf(status.waiting, status.filesWaiting)} Your contact database has no room left: its disk is full.`,
        isSafe: false,
      };
    case 'outdated':
      return {
        short: 'update to sync',
        long: 'Update the app to sync again. Nothing is lost.',
        isSafe: false,
      };
    case 'refused':
      return {
        short: `${status.refused} to look at`,
        long: `Your contact database would not take ${count(status.refused, 'change')}. Kept on this phone.`,
        isSafe: false,
      };
  }
}

function onDevice(people: number): StatusWords {
  if (people === 0)
    return { short: 'on this phone', long: 'What you save is kept on this phone.', isSafe: false };
  return { short: `${figure(people)} on this phone`, long: kept(people), isSafe: false };
}

function waiting(people: number, files: number, isOnline: boolean): StatusWords {
  if (people === 0 && files === 0) {
    const long = 'Nothing is waiting here, but your contact database has not answered yet.';
    return { short: isOnline ? 'connecting' : 'offline', long, isSafe: false };
  }
  const number = figureOf(people, files);
  const sentence = `${keptOf(people, files)} On the way to your contact database`;
  return isOnline
    ? { short: `${number} waiting`, long: `${sentence}.`, isSafe: false }
    : { short: `offline, ${number} waiting`, long: `${sentence} as soon as you have signal.`, isSafe: false };
}

function kept(people: number): string {
  return people === 0 ? 'Kept on this phone.' : `${count(people, 'person', 'people')} kept on this phone.`;
}

/** Pictures are spoken of when nobody waits. */
function figureOf(people: number, files: number): string {
  return people === 0 ? count(files, 'picture') : figure(people);
}

function keptOf(people: number, files: number): string {
  return people === 0 ? `${count(files, 'picture')} kept on this phone.` : kept(people);
}

/** More than `countedSubjects` are not counted. */
function figure(number: number): string {
  return number >= countedSubjects ? `${countedSubjects}+` : String(number);
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${figure(number)} ${number === 1 ? one : many}`;
}

/** Decimal, as phones show it: "34 MB". */
export function bytesInWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1_000)} kB`;
  return bytes < 1_000_000_000
    ? `${Math.round(bytes / 1_000_000)} MB`
    : `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}

export function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
