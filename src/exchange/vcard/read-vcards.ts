import { readProperty, type VcardProperty } from './property.ts';
import { type ReadVcard, readCard } from './read-card.ts';
import { type CardLines, splitCards } from './split-cards.ts';
import { toVersion3 } from './to-version-3.ts';

/** What could not be read whole. `words` say it to people. */
export interface VcardFault {
  readonly kind: 'empty-file' | 'no-card' | 'text-outside' | 'no-end' | 'empty-card' | 'unread-lines';
  /** Which card of the file, from 1; absent when it is about the whole. */
  readonly card?: number;
  readonly words: string;
  /** What was left out, as it stood there. */
  readonly lines: readonly string[];
}

export interface VcardsReading {
  readonly cards: readonly ReadVcard[];
  readonly faults: readonly VcardFault[];
}

/**
 * Reads a file of cards in vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350) and whatever programs make of them. Never
 * throws: a card that cannot be read leaves a fault, and the others are read.
 */
export function readVcards(text: string): VcardsReading {
  const { cards: found, outside } = splitCards(text);
  if (found.length === 0) return { cards: [], faults: [explainNothing(outside)] };
  const cards: ReadVcard[] = [];
  const faults: VcardFault[] = [];
  if (outside.length > 0) {
    faults.push({
      kind: 'text-outside',
      words: 'Some text that belongs to no card was left out.',
      lines: outside,
    });
  }
  found.forEach((lines, index) => {
    const reading = readLines(lines, index + 1);
    if (reading.card !== undefined) cards.push(reading.card);
    faults.push(...reading.faults);
  });
  return { cards, faults };
}

function explainNothing(outside: readonly string[]): VcardFault {
  if (outside.length === 0) return { kind: 'empty-file', words: 'There is nothing in this file.', lines: [] };
  return { kind: 'no-card', words: 'There is no contact card in this.', lines: outside };
}

const frameNames = new Set(['VERSION', 'BEGIN', 'END']);

function readLines(
  { lines, hasEnd }: CardLines,
  card: number,
): { card?: ReadVcard; faults: readonly VcardFault[] } {
  const properties: VcardProperty[] = [];
  const unread: string[] = [];
  for (const line of lines) {
    const property = readProperty(line);
    if (property === undefined) unread.push(line);
    else properties.push(property);
  }
  const version = versionOf(properties);
  const faults: VcardFault[] = [];
  const said = properties.filter(({ name }) => !frameNames.has(name));
  if (unread.length > 0) {
    const words = `Card ${card} has ${unread.length === 1 ? 'a line' : `${unread.length} lines`} that could not be read.`;
    faults.push({ kind: 'unread-lines', card, words, lines: unread });
  }
  if (!hasEnd) {
    const words = `Card ${card} breaks off: what comes after may be missing.`;
    faults.push({ kind: 'no-end', card, words, lines: [] });
  }
  if (!said.some(({ value }) => /[^\s;,]/.test(value))) {
    const words = `Card ${card} is empty.`;
    return { faults: [...faults, { kind: 'empty-card', card, words, lines: [] }] };
  }
  return { card: readCard(said.map((property) => toVersion3(property, version))), faults };
}

/** Where no version is said, what only vCard 2.1 has tells. */
function versionOf(properties: readonly VcardProperty[]): string {
  const said = properties.find(({ name }) => name === 'VERSION')?.value.trim();
  if (said !== undefined && said !== '') return said;
  const isOld = properties.some(({ parameters }) => parameters.some(({ written }) => !written.includes('=')));
  return isOld ? '2.1' : '3.0';
}
