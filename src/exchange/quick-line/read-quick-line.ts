import { leftoverNote } from './leftover-note.ts';
import { startScan } from './line-scan.ts';
import { scanToSegments } from './line-segments.ts';
import type { QuickLineReading } from './quick-line-reading.ts';
import { takeCompany } from './take-company.ts';
import { takeEmails } from './take-emails.ts';
import { takeHandles } from './take-handles.ts';
import { takeLinks, takeSpokenSites } from './take-links.ts';
import { takeName } from './take-name.ts';
import { takePhones } from './take-phones.ts';
import { takeSpokenEmails } from './take-spoken-emails.ts';
import { takeTitle } from './take-title.ts';

/**
 * Reads what was typed, pasted or dictated of one person. `region` is ISO 3166-1 alpha-2. `putBack` holds the sources
 * (`line.slice(part.from, part.to)`) that are to stay in the note. Each word is in a part or in the note.
 */
export function readQuickLine(
  line: string,
  region: string,
  putBack: ReadonlySet<string> = new Set(),
): QuickLineReading {
  const scan = startScan(line, region, putBack);
  takeEmails(scan);
  takeSpokenEmails(scan);
  takeHandles(scan);
  takeLinks(scan);
  takePhones(scan);
  takeSpokenSites(scan);
  const segments = scanToSegments(scan);
  const name = takeName(scan, segments);
  const title = takeTitle(scan, segments, name?.segment ?? -1);
  takeCompany(scan, segments, {
    name: name?.segment ?? -1,
    nameWords: name?.words ?? 0,
    title: title?.segment ?? -1,
    titleWords: title?.words ?? 0,
    isMet: name?.isMet ?? false,
  });
  const parts = scan.parts.sort((a, b) => a.from - b.from);
  return { parts, note: leftoverNote(line, parts) };
}
