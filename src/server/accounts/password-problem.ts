/// <reference path="./fxa-common-password-list.d.ts" />
import commonPasswords from 'fxa-common-password-list';

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

/** A short piece again and again: `abcabcabcabc`. */
const repeated = /^(.{1,4})\1+.?$/su;
/** What is left without name and email must be something. */
const minOwnCharacters = 6;

/**
 * Why a password would be guessed, to follow "The password": it is on everybody's list, or says who it belongs to.
 * Undefined for any other, whatever characters it is made of.
 */
export function findPasswordProblem(password: string, owner: PasswordOwner): string | undefined {
  if (commonPasswords.test(password) || commonPasswords.test(password.toLowerCase())) {
    return 'is one that many people use, so it is tried first: choose another';
  }
  if (repeated.test(password)) return 'is the same again and again, so it is tried first: choose another';
  if (isMadeOf(password, owner)) return 'is your own name or email: choose one that nobody knows';
  return undefined;
}

function isMadeOf(password: string, { name, email }: PasswordOwner): boolean {
  const given = lettersOf(password);
  const parts = [email, email.split('@')[0] ?? '', name, ...name.split(/\s+/u), ...email.split(/[@._-]/u)];
  const known = parts.map(lettersOf).filter(({ length }) => length > 2);
  const rest = known
    .sort((a, b) => b.length - a.length)
    .reduce((text, part) => text.replaceAll(part, ''), given);
  return rest.length < given.length && rest.length < minOwnCharacters;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
