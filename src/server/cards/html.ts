/** Markup that is safe to send: every value in it was escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Piece = string | number | undefined | Html | readonly Html[];

/** html`<p>${name}</p>`: text is escaped, for elements and for attributes in quotes; undefined is nothing. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const texts = pieces.map((piece, index) => `${toText(piece)}${parts[index + 1]}`);
  return new Html(`${parts[0]}${texts.join('')}`);
}

function toText(piece: Piece): string {
  if (piece === undefined) return '';
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'object') return piece.map(({ text }) => text).join('');
  return String(piece).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
