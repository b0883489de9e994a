import { type LineScan, takePart } from './line-scan.ts';
import { isCapital, type LineSegment } from './line-segments.ts';
import type { LineWord } from './line-words.ts';
import { type NameRun, readNameRun } from './read-name-run.ts';
import { isCompanyRun } from './trade.ts';
import { commonWords, firstNames, followWords, wordNames } from './word-sets.ts';

export interface NameFound {
  /** Index of the segment that it begins. */
  readonly segment: number;
  /** Of the segment's words, how many are the name's; all that follow are still free. */
  readonly words: number;
  /** "met Dana at …" says where, not for whom she works. */
  readonly isMet: boolean;
}

const introductions = [
  'i just met',
  'just met',
  'i met',
  'met with',
  'met',
  'met up with',
  'this is',
  'my name is',
  'name is',
  'i am',
  "i'm",
  'i’m',
  'spoke with',
  'spoke to',
  'talked to',
  'talked with',
  'name',
  'nombre',
  'nom',
  'from',
  'me llamo',
  'ich bin',
  'je suis',
  'contact',
  "it's",
  'it’s',
  'its',
  "hey it's",
  "hi it's",
  'hey its',
  'hi its',
  'hey this is',
  'hi this is',
].map((text) => text.split(' '));
/** One word that introduces a name; the others need their colon. */
const aloneEnough = new Set(['met', "i'm", 'i’m', "it's", 'it’s', 'its']);
/** These introduce a name with a colon alone: "From: Tom Baker". */
const fieldNames = new Set(['name', 'nombre', 'nom', 'from', 'contact']);
const signOffs =
  /^(?:(?:best|kind|warm|with|many|mit|viele|liebe|un|con|bien|beste)\s)*(?:best|regards|thanks|thank you|cheers|sincerely|yours|freundlichen grüßen|grüße|saludos?|cordialement|à vous)$/;

/** Takes the name: what the line begins with, what is called one, or what a letter ends with. */
export function takeName(scan: LineScan, segments: readonly LineSegment[]): NameFound | undefined {
  if (scan.line.startsWith('"') && takeQuoted(scan)) return { segment: 0, words: 0, isMet: false };
  for (const index of listPlaces(segments)) {
    const found = takeFrom(scan, segments, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where a name may stand, the likeliest first. */
function listPlaces(segments: readonly LineSegment[]): number[] {
  const labelled = segments.findIndex(
    ({ words, after }) => after === 'colon' && words.length === 1 && fieldNames.has(words[0]?.lower ?? ''),
  );
  if (labelled !== -1) return [labelled + 1];
  const signOff = segments.findLastIndex(({ words, after }, index) => {
    const isLast = after === 'line' || segments[index + 1]?.before === 'line';
    return isLast && signOffs.test(words.map(({ lower }) => lower).join(' '));
  });
  if (signOff !== -1) return [signOff + 1];
  return isGreeting(segments[0]) && readIntroduction(segments[1]?.words ?? []).length > 0 ? [1] : [0];
}

/** "Hi! It's Emma from …" */
function isGreeting(segment: LineSegment | undefined): boolean {
  return (
    segment !== undefined &&
    /^(?:hi|hey|hello|hola|hallo|bonjour)$/.test(segment.words.map(({ lower }) => lower).join(' '))
  );
}

function takeFrom(scan: LineScan, segments: readonly LineSegment[], index: number): NameFound | undefined {
  const segment = segments[index];
  if (segment === undefined) return undefined;
  const intro = segment.before === 'colon' ? [] : readIntroduction(segment.words);
  const run = readNameRun(scan, segment, intro.length);
  if (run === undefined || !isName(segment, run)) return undefined;
  const label = segment.before === 'colon' ? segments[index - 1]?.words[0] : undefined;
  const from = (label ?? segment.words[0])?.from ?? 0;
  const text = scan.line.slice(segment.words[intro.length]?.from, run.to);
  if (!takePart(scan, { kind: 'name', text, from, to: run.to })) return undefined;
  return { segment: index, words: run.next, isMet: intro.includes('met') };
}

function readIntroduction(words: readonly LineWord[]): readonly string[] {
  const fitting = introductions.filter((intro) => intro.every((word, index) => words[index]?.lower === word));
  const longest = fitting.reduce<readonly string[]>(
    (best, one) => (one.length > best.length ? one : best),
    [],
  );
  const isEnough = longest.length > 1 || aloneEnough.has(longest[0] ?? '');
  return isEnough ? longest : [];
}

/** Enough speaks for it; a doubtful one stays in the note. */
function isName(segment: LineSegment, run: NameRun): boolean {
  const { core } = run;
  const [first] = core;
  if (first === undefined || isCompanyRun(core) || core.some(({ text }) => /['’]s$/.test(text))) return false;
  const isFirstName = firstNames.has(first.lower) && !wordNames.has(first.lower);
  if (commonWords.has(first.lower) && !wordNames.has(first.lower)) return false;
  if (run.isTitled) return true;
  const next = segment.words[run.next];
  const isAlone = next === undefined;
  if (core.length > 1)
    return isCapital(first.text) ? true : firstNames.has(first.lower) || (isAlone && core.length < 4);
  if (isAlone) return isCapital(first.text) || isFirstName;
  return followWords.has(next.lower) || isFirstName;
}

/** `"Baker, Tom" <tom@acme.com>`, as mail programs write it. */
function takeQuoted(scan: LineScan): boolean {
  const quoted = /^"(\p{Lu}[\p{L}\p{M}'’ -]{0,40}, \p{Lu}[\p{L}\p{M}.'’ -]{0,40})"(?=\s*(?:<|$))/u.exec(
    scan.line,
  );
  if (quoted?.[1] === undefined) return false;
  return takePart(scan, { kind: 'name', text: quoted[1], from: 0, to: quoted[0].length });
}
