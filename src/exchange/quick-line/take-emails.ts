import { isEmailPossible } from '../email.ts';
import { isFree, type LineScan, takePart } from './line-scan.ts';
import { type LabelWords, readLabelBefore } from './value-labels.ts';

/** RFC 5321, 4.5.3.1: a local part has at most 64 octets, a domain 255. */
const longestLocal = 64;
const longestDomain = 255;

const emailLabels: LabelWords = new Map(
  'email emails e mail correo courriel address adresse dirección mailto electrónico'
    .split(' ')
    .map((word) => [word, '']),
);

/** Takes each "dana@ruizbakery.com" that is written out. */
export function takeEmails(scan: LineScan): void {
  const { line } = scan;
  for (let at = line.indexOf('@'); at !== -1; at = line.indexOf('@', at + 1)) {
    const local = /[\p{L}\p{N}._%+'-]+$/u.exec(line.slice(Math.max(0, at - longestLocal), at))?.[0];
    const domain = /^[\p{L}\p{N}.-]+/u.exec(line.slice(at + 1, at + 1 + longestDomain))?.[0];
    if (local === undefined || domain?.includes('.') !== true) continue;
    takeWritten(scan, at, local.replace(/^['.]+/, ''), domain.replace(/[.-]+$/, ''));
  }
}

function takeWritten(scan: LineScan, at: number, local: string, domain: string): void {
  const text = `${local}@${domain}`;
  const start = at - local.length;
  const end = at + 1 + domain.length;
  if (!isFree(scan, start, end) || !isEmailPossible(text)) return;
  takeEmail(scan, text, start, end);
}

/** Takes an address with the words that introduce it and the brackets around it. */
export function takeEmail(scan: LineScan, text: string, start: number, end: number): void {
  const isBracketed =
    scan.line[start - 1] === '<' && scan.line[end] === '>' && isFree(scan, start - 1, end + 1);
  const to = isBracketed ? end + 1 : end;
  const from = isBracketed ? start - 1 : start;
  const label = readLabelBefore(scan, from, emailLabels);
  takePart(scan, { kind: 'email', text, from: label?.from ?? from, to });
}
