import type { Touch, TouchWay } from '../../../store/queries/touches.ts';

interface TouchWords {
  /** The page cannot know whether it was done. */
  readonly question: string;
  readonly done: string;
  /** On a small button. */
  readonly short: string;
}

const wordsByWay: Readonly<Record<TouchWay, TouchWords>> = {
  contacts: { question: 'Added to contacts?', done: 'Added to phone contacts', short: 'Add' },
  text: { question: 'Text sent?', done: 'Text sent', short: 'Text' },
  email: { question: 'Email sent?', done: 'Email sent', short: 'Email' },
  whatsapp: { question: 'Sent on WhatsApp?', done: 'Sent on WhatsApp', short: 'WhatsApp' },
  follow: { question: 'Followed?', done: 'Followed', short: 'Follow' },
  'own-mail': { question: 'Mailed to yourself?', done: 'Mailed to yourself', short: 'Mail' },
  call: { question: 'Did you talk?', done: 'Called', short: 'Call' },
  card: { question: 'Card shown?', done: 'Showed your card', short: 'Card' },
  coffee: { question: 'Did you have coffee?', done: 'Had coffee', short: 'Coffee' },
  visit: { question: 'Did you visit?', done: 'Visited', short: 'Visit' },
  other: { question: 'Were you in touch?', done: 'Met or in touch', short: 'In touch' },
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
