import type { Phone } from '../../domain/person.ts';

/** The first number that can be called: as it was read, or as it was typed where it is one number and nothing else. */
export function dialable(
  phones: readonly Phone[],
): { readonly number: string; readonly phone: Phone } | undefined {
  for (const phone of phones) {
    const number = phone.e164 ?? dialableText(phone.typed);
    if (number !== undefined) return { number, phone };
  }
  return undefined;
}

/** What was typed, where it is one number and nothing else: two, or one with letters, would call somebody else. */
function dialableText(typed: string): string | undefined {
  const text = typed.replace(/\p{Cf}/gu, '').trim();
  const digits = text.replace(/\D/g, '');
  if (!/^[+*#\d][\d\s().*#,;-]*$/.test(text) || digits.length < 3 || digits.length > 15) return undefined;
  return text.replace(/[^\d+*#,;]/g, '');
}
