import { type LineScan, startScan } from '../quick-line/line-scan.ts';
import { takeEmails } from '../quick-line/take-emails.ts';
import { takePhones } from '../quick-line/take-phones.ts';
import { takeSpokenEmails } from '../quick-line/take-spoken-emails.ts';
import type { Clause } from './clause.ts';
import type { DetailContext } from './detail-suggestion.ts';
import type { Finding } from './finding.ts';

/** Words directly before a number that make it somebody else's. */
const notTheirs =
  /\b(?:my|our|mi|nuestro)(?: \w+){0,2}$|\bgave (?:him|her|them)(?: \w+){0,2}$|\ble di(?: \w+){0,2}$/;

/** Telephone numbers and email addresses of the person, as the quick line reads them. */
export function readNumbers(note: string, clauses: readonly Clause[], { region }: DetailContext): Finding[] {
  const scan = startScan(note, region, new Set());
  takeEmails(scan);
  takeSpokenEmails(scan);
  takePhones(scan);
  return scan.parts.flatMap(({ kind, text, from, to }): Finding[] => {
    if ((kind !== 'phone' && kind !== 'email') || !isTheirs(scan, clauses, from)) return [];
    return [{ kind, text, start: from, end: to }];
  });
}

function isTheirs(scan: LineScan, clauses: readonly Clause[], from: number): boolean {
  const clause = clauses.find(({ tokens, first, next }) => {
    const [start, end] = [tokens[first]?.start ?? 0, tokens[next - 1]?.end ?? 0];
    return from >= start && from < end;
  });
  if (clause?.subject === 'other' || clause?.subject === 'partner' || clause?.isDoubtful === true)
    return false;
  const before = scan.line
    .slice(0, from)
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]+$/u, '')
    .trimEnd();
  const own = /^(?:my|our|mi|nuestro) /i.test(scan.line.slice(from, from + 12));
  if (own || notTheirs.test(before.slice(-40))) return false;
  return !isOfRelation(before.slice(-40), clause);
}

/** "her sister's number is", "el número de su hermana es" */
function isOfRelation(before: string, clause: Clause | undefined): boolean {
  if (clause === undefined) return false;
  const words = before.split(/[^\p{L}]+/u).slice(-5);
  const isOther = (word: string) => clause.words.relations.get(word)?.who === 'other';
  return words.some((word, index) => isOther(word) && clause.words.theirs.has(words[index - 1] ?? ''));
}
