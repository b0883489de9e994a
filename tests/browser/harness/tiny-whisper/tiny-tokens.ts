/** What the model says when it hears something. */
export const heardText = 'She wants a yard by spring.';
/** What it says of silence. */
export const silentText = 'Nothing was said.';

const spaced = (text: string) => text.split(' ').map((word) => `Ġ${word}`);
const heard = spaced(heardText);
const silent = spaced(silentText);

const special = [
  '<|endoftext|>',
  '<|startoftranscript|>',
  '<|en|>',
  '<|es|>',
  '<|translate|>',
  '<|transcribe|>',
  '<|startoflm|>',
  '<|startofprev|>',
  '<|nospeech|>',
  '<|notimestamps|>',
] as const;

const times = Array.from({ length: 1_501 }, (_, step) => `<|${(step * 0.02).toFixed(2)}|>`);

/** All tokens, each at the place of its id. */
export const tokens: readonly string[] = [...heard, ...silent, ...special, ...times];
export const wordTokens = [...heard, ...silent];

export const idOf = (token: string): number => {
  const id = tokens.indexOf(token);
  if (id < 0) throw new Error(`There is no token ${token}`);
  return id;
};

/** By a token's id, the id of the one that follows it: a sentence, then the end, for ever. */
export function followers(sentence: 'heard' | 'silent'): readonly number[] {
  const words = sentence === 'heard' ? heard : silent;
  const next = tokens.map(() => idOf('<|endoftext|>'));
  next[idOf('<|startoftranscript|>')] = idOf('<|en|>');
  [...words, '<|endoftext|>'].forEach((word, index) => {
    next[idOf(words[index - 1] ?? '<|notimestamps|>')] = idOf(word);
  });
  return next;
}
