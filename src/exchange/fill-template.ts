/** What a hello's placeholders stand for; '' or absent: not known. */
export interface HelloWords {
  readonly firstName?: string;
  readonly occasion?: string;
  readonly myName?: string;
  readonly signature?: string;
}

const wordsByPlaceholder: Readonly<Record<string, keyof HelloWords>> = {
  'first name': 'firstName',
  nombre: 'firstName',
  occasion: 'occasion',
  ocasión: 'occasion',
  'my name': 'myName',
  'mi nombre': 'myName',
  signature: 'signature',
  firma: 'signature',
};

/** Words that lead to what comes after them and say nothing without it, in English and Spanish. */
const leadingWords = [
  'at|in|on|from|by|with|during|after|to|for|the|dear',
  "i am|i'm|i’m|it is|it's|it’s|this is|my name is|here is",
  'en|de|del|desde|durante|a|al|con|por|para|el|la|los|las|querid[oa]',
  'soy|es|le saluda|te saluda|me llamo|mi nombre es|habla',
].join('|');
const danglingWords = new RegExp(`(^|[\\s¡¿(])(?:${leadingWords})$`, 'iu');

/**
 * Puts words in for `{first name}`, `{occasion}`, `{my name}` and `{signature}`. What is not known, or no
 * placeholder, disappears together with what leads to it: "Nice to meet you at {occasion}." is "Nice to meet you."
 */
export function fillTemplate(text: string, words: HelloWords): string {
  const pieces = text.split(/\{([^{}\n]*)\}/);
  let filled = '';
  let hasGap = false;
  pieces.forEach((piece, index) => {
    const isPlaceholder = index % 2 === 1;
    const said = isPlaceholder ? wordsOf(piece, words) : piece;
    if (isPlaceholder && said === '') {
      filled = withoutLead(filled);
      hasGap = true;
    } else if (hasGap && said !== '') {
      filled = joinOverGap(filled, said);
      hasGap = said.trim() === '';
    } else filled += said;
  });
  return filled.trim();
}

function wordsOf(placeholder: string, words: HelloWords): string {
  const name = placeholder.trim().toLowerCase().replace(/\s+/g, ' ');
  const known = Object.hasOwn(wordsByPlaceholder, name) ? wordsByPlaceholder[name] : undefined;
  return known === undefined ? '' : (words[known]?.trim() ?? '');
}

/** Takes blanks, commas, dashes and leading words from the end; line breaks stay. */
function withoutLead(text: string): string {
  const shorter = text.replace(/[^\S\n]*[,:;–—-]?[^\S\n]*$/u, '').replace(danglingWords, '$1');
  return shorter === text ? text : withoutLead(shorter);
}

/** Puts what comes after a gap to what comes before it: no blank twice, no sign that ends nothing. */
function joinOverGap(before: string, after: string): string {
  const emptied = /^\s*[!?)]/.exec(after);
  if (emptied !== null && /[¡¿(]$/u.test(before)) {
    return joinOverGap(before.slice(0, -1).trimEnd(), after.slice(emptied[0].length));
  }
  const isOpen = before === '' || /[\s.!?¡¿(]$/u.test(before);
  if (!isOpen) return before + after.replace(/^[^\S\n]+(?=[.,!?;:)])/u, '');
  const rest = after.replace(/^[^\S\n]*[.,!?;:)–—-]*/u, '');
  if (rest === '') return before;
  const start = rest.trimStart();
  const isSentence = !/[¡¿(]$/u.test(before) && start !== '';
  const blank = rest.slice(0, rest.length - start.length);
  const text = isSentence ? start.charAt(0).toUpperCase() + start.slice(1) : start;
  if (/[.!?]$/.test(before)) return `${before}${blank === '' && start !== '' ? ' ' : blank}${text}`;
  return before + (blank.includes('\n') && before !== '' ? blank : '') + text;
}
