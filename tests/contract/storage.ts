import { describe } from 'vitest';
import { describeCalendar } from './storage-calendar.ts';
import { describeCards } from './storage-cards.ts';
import { describeConflicts } from './storage-conflicts.ts';
import type { OpenedStorage } from './storage-fixture.ts';
import { describePull } from './storage-pull.ts';
import { describePush } from './storage-push.ts';
import { describeQueue } from './storage-queue.ts';
import { describeViews } from './storage-views.ts';

/** What every driver of `Storage` must do. Rule ids are those of docs/sync.md. */
export function describeStorage(driver: string, open: () => Promise<OpenedStorage>): void {
  describe(`Storage on ${driver}`, () => {
    describe('push', () => describePush(open));
    describe('pull', () => describePull(open));
    describe('conflicts', () => describeConflicts(open));
    describe('calendar', () => describeCalendar(open));
    describe('cards', () => describeCards(open));
    describe('recordings', () => describeQueue(open));
    describe('SQL', () => describeViews(open));
  });
}
