import type { DetailFacts } from '../detail-facts.ts';
import { factsToEnglish } from './facts-to-english.ts';
import { factsToSpanish } from './facts-to-spanish.ts';

/** What goes on the card, in the note's language. */
export function factsToText(facts: DetailFacts, language: 'en' | 'es'): string {
  return language === 'en' ? factsToEnglish(facts) : factsToSpanish(facts);
}
