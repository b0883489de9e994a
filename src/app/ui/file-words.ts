import { maxFileBytes } from '../../domain/limits.ts';
import type { AddOutcome, LoadOutcome } from '../ports/files.ts';

/** Why a chosen file was not kept. */
export const addProblems: Readonly<Record<Exclude<AddOutcome, 'added'>, string>> = {
  'too-large': `That is larger than ${maxFileBytes / 1_000_000} MB. Choose a smaller one.`,
  empty: 'There is nothing in that file.',
  'not-a-picture': 'That is no picture. Choose a picture.',
  gone: 'This person was deleted meanwhile.',
  full: 'This phone could not store it.',
  failed: 'It could not be kept.',
};

/** Why a picture is not to be seen here. */
export const loadProblems: Readonly<Record<Exclude<LoadOutcome, 'here'>, string>> = {
  unreachable: 'No signal to fetch it.',
  missing: 'Still on the phone that took it.',
  damaged: 'It arrived damaged.',
  unknown: 'Sign in to see it.',
  'signed-out': 'Sign in to see it.',
  outdated: 'Update the app to see it.',
  failed: 'It did not come.',
  full: 'No room for it on this phone.',
};
