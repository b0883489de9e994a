import { readHandle } from '../handle.ts';
import { freeWord, isFree, type LineScan, takePart, wordIndexAt } from './line-scan.ts';
import { isSpace, readSpokenHost } from './read-spoken-host.ts';
import { wordToMark } from './spoken-marks.ts';
import { type LabelWords, readLabelBefore } from './value-labels.ts';
import { commonWords } from './word-sets.ts';

const linkLabels: LabelWords = new Map(
  'web website site w url homepage webseite sitio página internet'.split(' ').map((word) => [word, '']),
);
const longestLink = 500;

/** Takes links and sites: "https://…", "instagram.com/dana.bakes", "ruizbakery.com". */
export function takeLinks(scan: LineScan): void {
  for (const { 0: chunk, index } of scan.line.matchAll(/https?:\/\/[^\s<>"]+|[^\s,;<>()"|]+/gi)) {
    if (!chunk.includes('.') || chunk.length > longestLink) continue;
    const text = chunk.replace(/^['[{]+/, '').replace(/[)\]}.,;:!?'’]+$/, '');
    const from = index + chunk.indexOf(text);
    if (text === '' || !isFree(scan, from, from + text.length)) continue;
    takeLink(scan, text, from, from + text.length);
  }
}

function takeLink(scan: LineScan, text: string, from: number, to: number): void {
  const label = readLabelBefore(scan, from, linkLabels);
  const isLabelled = label !== undefined && /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(text);
  const { url } = readHandle(text);
  if (!isLabelled && (url === undefined || isSentenceJoin(text))) return;
  takePart(scan, { kind: 'handle', text, from: label?.from ?? from, to });
}

/** "loves dogs.it was late": a full stop with its space forgotten. */
function isSentenceJoin(text: string): boolean {
  const [first = '', ending = ''] = text.toLowerCase().split('.');
  const isBare = /^[\p{L}']+\.[\p{L}]+$/u.test(text);
  return isBare && (commonWords.has(first) || (commonWords.has(ending) && ending !== 'info'));
}

/** Takes "chloebakes dot com" and "www dot chloebakes dot com". */
export function takeSpokenSites(scan: LineScan): void {
  for (let index = 1; index < scan.words.length; index++) {
    if (wordToMark(freeWord(scan, index)?.lower) !== '.' || !isSpace(scan, index)) continue;
    const host = readSpokenHost(scan, index - 1, 1);
    const from = scan.words[index - 1]?.from ?? 0;
    if (host === undefined || readHandle(host.text).url === undefined) continue;
    const to = scan.words[host.next - 1]?.to ?? from;
    const label = readLabelBefore(scan, from, linkLabels);
    takePart(scan, { kind: 'handle', text: host.text, from: label?.from ?? from, to });
    index = wordIndexAt(scan, to);
  }
}
