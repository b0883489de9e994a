import {
  AsYouType,
  type CountryCode,
  getCountries,
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/min';

/** Why a number cannot be right, in the words of ITU-T E.164 numbering plans. */
export type PhoneFault = 'not-a-number' | 'too-short' | 'too-long' | 'not-in-use';

export interface PhoneReading {
  /** E.164; absent when what was typed cannot be a number anywhere. */
  readonly e164?: string;
  readonly fault?: PhoneFault;
}

/** A plus sign and fifteen digits (ITU-T E.164, 6.2.1); a few national plans know longer numbers. */
const maxE164Length = 16;

/**
 * Reads a number in the region's own form or in international form.
 * `region` is ISO 3166-1 alpha-2; an unknown one leaves only the international form.
 */
export function readPhone(typed: string, region: string): PhoneReading {
  const text = withoutLabels(typed);
  const defaultCountry = isSupportedCountry(region) ? region : undefined;
  const options = defaultCountry === undefined ? {} : { defaultCountry };
  const length = validatePhoneNumberLength(text, options);
  if (length !== undefined) return { fault: lengthFault(length) };
  const number = parsePhoneNumberFromString(text, { ...options, extract: false });
  if (number === undefined || !number.isPossible()) return { fault: 'not-a-number' };
  if (number.number.length > maxE164Length) return { fault: 'too-long' };
  return number.isValid() ? { e164: number.number } : { fault: 'not-in-use' };
}

/**
 * What has been typed so far of a number, in its region's groups; as it was typed where somebody groups it in their
 * own way. Three digits are no group yet.
 */
export function formatPhoneAsTyped(typed: string, region: string): string {
  const before = typed.slice(0, -1);
  const isPlain = (text: string) => /^\+?\d*$/.test(text);
  if (!/\d$/.test(typed) || typed.replace(/\D/g, '').length < 4) return typed;
  if (!isPlain(before) && before !== group(before, region)) return typed;
  return group(typed, region);
}

function group(typed: string, region: string): string {
  const signs = typed.replace(/[^\d+]/g, '');
  const grouped = new AsYouType(isSupportedCountry(region) ? region : undefined).input(signs);
  return grouped.replace(/[^\d+]/g, '') === signs ? grouped : typed;
}

/** What comes along when a number is copied: invisible marks (Unicode Cf), `tel:`, "Cell:", "(work)". */
function withoutLabels(typed: string): string {
  const text = typed.replace(/\p{Cf}/gu, '').trim();
  return text.replace(/^\p{L}[\p{L} ]{0,20}\.?:\s*/u, '').replace(/\s*\(\p{L}[\p{L} ]{0,20}\)$/u, '');
}

/** The regions whose own forms are known, ISO 3166-1 alpha-2. */
export function phoneRegions(): readonly CountryCode[] {
  return getCountries();
}

function lengthFault(fault: string): PhoneFault {
  if (fault === 'TOO_SHORT') return 'too-short';
  return fault === 'TOO_LONG' ? 'too-long' : 'not-a-number';
}
