import { escapeText } from './escaping.ts';
import { findValueStart } from './property.ts';

/** The lines of one card, unfolded, without BEGIN and END. A card within it (AGENT) is one line, as in vCard 3.0. */
export interface CardLines {
  readonly lines: readonly string[];
  readonly hasEnd: boolean;
}

export interface SplitCards {
  readonly cards: readonly CardLines[];
  /** What stands before, between and after the cards. */
  readonly outside: readonly string[];
}

interface OpenCard {
  readonly lines: string[];
  /** The line that is being read, in the pieces that it was folded into: one text a piece would take a square of time. */
  pieces: string[];
  kind: LineKind;
  /** The lines of a card within this one, and how deep the last of them is. */
  agent: string[];
  agentDepth: number;
}

/** What a line's continuation looks like. */
type LineKind = 'quoted-printable' | 'base64' | 'text-of-many-lines' | 'other';

const beginPattern = /^\s*BEGIN\s*:\s*VCARD\s*$/i;
const agentPattern = /^\s*(?:[A-Za-z0-9_-]+\.)?AGENT(?:;[^:]*)?:\s*$/i;
const endPattern = /^\s*END\s*:\s*VCARD\s*$/i;

/** Takes line breaks of all systems, lines folded by a blank, and the soft breaks of quoted-printable. */
export function splitCards(text: string): SplitCards {
  const cards: CardLines[] = [];
  const outside: string[] = [];
  let open: OpenCard | undefined;
  const close = (hasEnd: boolean) => {
    if (open === undefined) return;
    if (open.agent.length > 0) closeAgent(open);
    closeLine(open);
    cards.push({ lines: open.lines, hasEnd });
    open = undefined;
  };
  for (const line of toLines(text)) {
    if (open !== undefined && takeAgentLine(open, line)) continue;
    if (beginPattern.test(line)) {
      close(false);
      open = { lines: [], pieces: [], kind: 'other', agent: [], agentDepth: 0 };
    } else if (open === undefined) {
      if (line.trim() !== '') outside.push(line);
    } else if (endPattern.test(line)) close(true);
    else takeLine(open, line);
  }
  close(false);
  return { cards, outside };
}

/** In a mail, cards are often indented as a whole. */
function toLines(text: string): string[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .replaceAll('\0', '')
    .split(/\r\n|\r|\n/);
  const indent = /^([ \t]+)BEGIN[ \t]*:/im.exec(text)?.[1];
  if (indent === undefined) return lines;
  return lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
}

function takeLine(card: OpenCard, line: string): void {
  const { pieces, kind } = card;
  const last = pieces.at(-1);
  if (last === undefined) openLine(card, line);
  else if (kind === 'quoted-printable' && last.endsWith('=')) {
    pieces[pieces.length - 1] = last.slice(0, -1);
    pieces.push(line.trimEnd());
  } else if (line === '') return;
  else if (/^[ \t]/.test(line)) pieces.push(line.slice(1));
  else if (kind === 'base64' && /^[A-Za-z0-9+/=]+\s*$/.test(line)) pieces.push(line);
  else if (kind === 'text-of-many-lines' && !isPropertyStart(line)) pieces.push(`\\n${line}`);
  else openLine(card, line);
}

function openLine(card: OpenCard, line: string): void {
  closeLine(card);
  if (line === '') return;
  card.kind = kindOf(line);
  card.pieces = [card.kind === 'quoted-printable' ? line.trimEnd() : line];
}

function closeLine(card: OpenCard): void {
  if (card.pieces.length > 0) card.lines.push(card.pieces.join(''));
  card.pieces = [];
}

/** The value may begin only on the next line: `PHOTO;X-ABCROP-RECTANGLE=…`. */
function isPropertyStart(line: string): boolean {
  return /^[A-Za-z0-9_.-]+(?:\s*(?:;[^:]*)?:|;[A-Za-z-]+=)/.test(line);
}

function kindOf(line: string): LineKind {
  const head = line.slice(0, Math.max(0, findValueStart(line)));
  if (/;(?:ENCODING=)?QUOTED-PRINTABLE(?:;|$)/i.test(head)) return 'quoted-printable';
  if (/;(?:ENCODING=)?"?(?:BASE64|B)"?(?:;|$)/i.test(head)) return 'base64';
  // Some programs write the line breaks of these as they are.
  return /^(?:[A-Za-z0-9_-]+\.)?(?:NOTE|ADR|LABEL)(?:;|$)/i.test(head) ? 'text-of-many-lines' : 'other';
}

/** True when the line belongs to a card within this one (vCard 2.1: `AGENT:` and then a whole card). */
function takeAgentLine(card: OpenCard, line: string): boolean {
  const isBegin = beginPattern.test(line);
  const before = card.agentDepth === 0 ? card.pieces : card.agent;
  if (isBegin ? !agentPattern.test(before.at(-1) ?? '') : card.agentDepth === 0) return false;
  card.agent.push(line);
  if (isBegin) card.agentDepth += 1;
  else if (endPattern.test(line)) card.agentDepth -= 1;
  if (card.agentDepth === 0) closeAgent(card);
  return true;
}

function closeAgent(card: OpenCard): void {
  card.lines.push(`${card.pieces.join('').trimEnd()}${escapeText(card.agent.join('\n'))}`);
  card.pieces = [];
  card.agent = [];
  card.agentDepth = 0;
}
