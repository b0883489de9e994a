import type { LanguageWords } from './language-words.ts';
import type { NoteToken } from './note-tokens.ts';

const longest = 3;
/** Before these, "este" points at something. */
const pointed =
  /^(?:ano|mes|fin|verano|otono|invierno|lunes|martes|miercoles|jueves|viernes|sabado|domingo|barrio|lado|edificio)$/;

/** Takes out what people say while they think, so that rules do not meet it: "um", "you know", "o sea", "este". */
export function dropFillers(tokens: readonly NoteToken[], words: LanguageWords): NoteToken[] {
  const kept: NoteToken[] = [];
  for (let index = 0; index < tokens.length; ) {
    const length = fillerLength(tokens, index, words);
    const token = tokens[index];
    if (length === 0 && token !== undefined && !(token.norm === ',' && kept.at(-1)?.norm === ','))
      kept.push(token);
    index += Math.max(1, length);
  }
  return kept[0]?.norm === ',' ? kept.slice(1) : kept;
}

/** "Pho Ha", "the ER" */
function isNamed(tokens: readonly NoteToken[], index: number): boolean {
  const isCapital = /^\p{Lu}/u.test(tokens[index]?.text ?? '');
  return (isCapital && index > 0 && tokens[index - 1]?.norm !== ',') || tokens[index - 1]?.norm === 'the';
}

function fillerLength(tokens: readonly NoteToken[], index: number, words: LanguageWords): number {
  for (let length = longest; length > 0; length--) {
    const said = tokens.slice(index, index + length).map(({ norm }) => norm);
    if (said.length === length && words.fillers.includes(said.join(' ')) && !isNamed(tokens, index))
      return length;
  }
  const [before, token, after] = [
    tokens[index - 1]?.norm,
    tokens[index]?.norm,
    tokens[index + 1]?.norm ?? '',
  ];
  if (words.language === 'es') return token === 'este' && !pointed.test(after) && before !== 'en' ? 1 : 0;
  if (token === 'got' && before === 'has') return 1;
  const isAbout =
    /^(?:\d+|every|yesterday|,|a|an|in)$/.test(after) &&
    !/^(?:loves?|likes?|look|looks|just|would)$/.test(before ?? '');
  return token === 'like' && isAbout ? 1 : 0;
}
