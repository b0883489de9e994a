import type { Address, Email, Phone } from '../../domain/person.ts';
import { searchableText } from '../../domain/text.ts';
import { hasExtension } from '../number-to-give.ts';

type Typed = Pick<Phone, 'typed' | 'e164'>;

/** The same line on the telephone: an extension is another one behind the same number. */
export function isSamePhone(one: Typed, other: Typed): boolean {
  const isTypedAlike = plainText(one.typed) === plainText(other.typed);
  if (one.e164 === undefined || one.e164 !== other.e164) return isTypedAlike;
  return isTypedAlike || (!hasExtension(one.typed) && !hasExtension(other.typed));
}

export function isSameText(one: Pick<Email | Address, 'typed'>, other: Pick<Email | Address, 'typed'>) {
  return plainText(one.typed) === plainText(other.typed);
}

/** In small letters, without accents, and one space where there are several. */
export function plainText(text: string): string {
  return searchableText(text).trim().replace(/\s+/gu, ' ');
}
