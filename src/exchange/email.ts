import * as z from 'zod/mini';

const emailSchema = z.email();

/** False for what cannot be an address (the WHATWG pattern, and a dot in the domain). */
export function isEmailPossible(typed: string): boolean {
  return emailSchema.safeParse(typed.trim()).success;
}
