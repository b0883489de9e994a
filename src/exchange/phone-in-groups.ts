import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * An E.164 number as people read it, in groups with spaces alone: `+1 213 373 4253`. A spreadsheet keeps that as it
 * is, where it would make a sum of `+81-3-1234` and drop the plus sign of `+12133734253`.
 */
export function phoneInGroups(e164: string): string {
  const grouped = parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
  return grouped.replace(/[^0-9+]+/g, ' ').trim();
}
