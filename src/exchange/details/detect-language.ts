import type { NoteToken } from './note-tokens.ts';
import { listWords } from './word-list.ts';

const english = listWords(
  'the and is she he they has have her his their with for at of to in a an from not no was that who my me it we so are on you about i but works kids wants owns',
);
const spanish = listWords(
  'el la los las y es ella él ellos tiene tienen su sus con para en de del que se un una no está esta por mi le lo pero hijos quiere casa casada casado trabaja vive muy como más mas llamar hablarle renta sin al',
);
const shared = listWords('no a me');

/** By the small words of the note; by `hint` (BCP 47) where these do not tell. */
export function detectLanguage(tokens: readonly NoteToken[], hint: string | undefined): 'en' | 'es' {
  let balance = 0;
  for (const { text, norm } of tokens) {
    if (shared.has(norm)) continue;
    if (english.has(norm)) balance++;
    if (spanish.has(norm)) balance--;
    if (/[ñáéíóú¿¡]/i.test(text)) balance--;
  }
  if (balance !== 0) return balance > 0 ? 'en' : 'es';
  return hint?.toLowerCase().startsWith('es') === true ? 'es' : 'en';
}
