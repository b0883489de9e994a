import { isEmailPossible } from '../../exchange/email.ts';
import type { PhoneFault } from '../../exchange/phone.ts';
import { makeOnce } from './make-once.ts';

const regionNames = makeOnce(() => new Intl.DisplayNames('en', { type: 'region' }));

/** A quiet remark on a number that cannot be right. */
export function phoneRemark(fault: PhoneFault | undefined, region: string): string | undefined {
  switch (fault) {
    case undefined:
      return undefined;
    case 'too-short':
      return 'Looks too short. Saved as you typed it.';
    case 'too-long':
      return 'Looks too long. Saved as you typed it.';
    case 'not-a-number':
      return 'Does not look like a number. Saved as you typed it.';
    case 'not-in-use':
      return `No such number${region === '' ? '' : ` in ${regionInWords(region)}`}. Saved as you typed it.`;
  }
}

export function emailRemark(typed: string): string | undefined {
  const text = typed.trim();
  return text === '' || isEmailPossible(text)
    ? undefined
    : 'Does not look like an address. Saved as you typed it.';
}

/** "the United States" would be nicer; the browser's own name for it has no article. */
export function regionInWords(region: string): string {
  try {
    return regionNames().of(region) ?? region;
  } catch {
    return region;
  }
}
