import type { QuickLinePart } from './quick-line-reading.ts';

interface Leftover {
  readonly text: string;
  /** Joining marks that were at its edges. */
  readonly head: string;
  readonly tail: string;
}

/** What the parts leave of the line, in order. Marks that joined it to a part go; no letter and no figure does. */
export function leftoverNote(line: string, parts: readonly QuickLinePart[]): string {
  const pieces: Leftover[] = [];
  let from = 0;
  let joint = '';
  for (const { from: to, to: next } of [...parts, { from: line.length, to: line.length }]) {
    const piece = tidy(line.slice(from, to));
    from = next;
    if (/[\p{L}\p{M}\p{N}\p{S}]/u.test(piece.text)) {
      pieces.push({ ...piece, head: joint + piece.head });
      joint = '';
    } else joint += piece.head + piece.text + piece.tail;
  }
  return pieces.reduce((note, piece, index) => note + join(pieces[index - 1], piece) + piece.text, '');
}

function tidy(text: string): Leftover {
  const head = /^[\s,;:|/·•–—>)\]-]*(?:[.!?]+(?=\s|$)\s*)?(?:[\s,;:|/·•–—-]+(?=\S))?/u.exec(text)?.[0] ?? '';
  const rest = text.slice(head.length);
  const tail = /[\s,;:|/·•–—<([-]*$/u.exec(rest.slice(-longestTail))?.[0] ?? '';
  return { text: withoutHalfBracket(rest.slice(0, rest.length - tail.length)), head, tail };
}

const longestTail = 200;

/** A bracket at an edge whose other half went with a part. */
function withoutHalfBracket(text: string): string {
  if (text.startsWith('(') && !text.includes(')')) return text.slice(1).trimStart();
  return text.endsWith(')') && !text.includes('(') ? text.slice(0, -1).trimEnd() : text;
}

function join(before: Leftover | undefined, { head }: Leftover): string {
  if (before === undefined) return '';
  const between = before.tail + head;
  const isEnded = /[.!?]$/.test(before.text);
  const stop = isEnded ? '' : (/^\s*([.!?])(?:\s|$)/.exec(head)?.[1] ?? '');
  if (between.includes('\n')) return `${stop}\n`;
  if (stop !== '') return `${stop} `;
  const isParted = /[,;|·•–—/]|\s-|-\s/.test(between) && !isEnded;
  return isParted ? ', ' : ' ';
}
