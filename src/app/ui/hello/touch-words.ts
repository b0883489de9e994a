import type { HelloWay, Touch } from '../../../store/queries/touches.ts';

interface TouchWords {
  /** The page cannot know whether it was done. */
  readonly question: string;
  readonly done: string;
  /** On a small button. */
  readonly short: string;
}

const wordsByWay: Readonly<Record<HelloWay, TouchWords>> = {
  contacts: { question: 'Added to contacts?', done: 'Added to phone contacts', short: 'Add' },
  text: { question: 'Text sent?', done: 'Text sent', short: 'Text' },
  email: { question: 'Email sent?', done: 'Email sent', short: 'Email' },
  whatsapp: { question: 'Sent on WhatsApp?', done: 'Sent on WhatsApp', short: 'WhatsApp' },
  follow: { question: 'Followed?', done: 'Followed', short: 'Follow' },
  'own-mail': { question: 'Mailed to yourself?', done: 'Mailed to yourself', short: 'Mail' },
};

export function touchWords({ way, about }: Pick<Touch, 'way' | 'about'>): TouchWords {
  const words = wordsByWay[way];
  if (way !== 'follow' || about === '' || /[@./\s]/.test(about)) return words;
  return { ...words, question: `Followed on ${about}?`, done: `Followed on ${about}` };
}

/** The latest one of that way, where there is one: it says how things stand. */
export function latestTouch(
  touches: readonly Touch[],
  { way, about }: Pick<Touch, 'way' | 'about'>,
): Touch | undefined {
  return touches.findLast((touch) => touch.way === way && touch.about === about);
}
