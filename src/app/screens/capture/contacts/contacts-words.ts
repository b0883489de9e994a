import type { Added } from './add-people.ts';

export function peopleInWords(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}

/** Of those who are left out because they are here. */
export function knownToWords(names: readonly string[]): string {
  const [first = '', second = ''] = names;
  if (names.length === 1) return `${first} is already here.`;
  if (names.length === 2) return `${first} and ${second} are already here.`;
  return `${first} and ${names.length - 1} others are already here.`;
}

export function addedToWords({ ids, leftOut }: Added, known: number): string {
  const added = `${peopleInWords(ids.length)} ${ids.length === 1 ? 'is' : 'are'} added.`;
  const here = known === 0 ? [] : [`${known} ${known === 1 ? 'was' : 'were'} here already.`];
  const lost = leftOut.length === 0 ? [] : [`A part was too large to keep: ${leftOut.join(', ')}.`];
  return [added, ...here, ...lost].join(' ');
}
