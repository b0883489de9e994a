import { toPlainLetters } from './looks-alike.ts';

/** Mail for everybody: these say nothing of where somebody works. */
const freeMail = new Set(
  'gmail googlemail yahoo ymail hotmail outlook live msn aol icloud me mac comcast att sbcglobal verizon protonmail proton gmx web t-online orange free wanadoo prodigy btinternet'.split(
    ' ',
  ),
);

const endings = new Set(
  (
    'com net org info biz us uk ca au de at ch fr es it nl be eu io co me app dev mx pt br ie nz se no dk fi pl cz ' +
    'edu gov mil site online shop store homes house realtor realty law agency group company studio design photo ' +
    'photography legal dental health care bank insurance mortgage pro tv cc xyz club life solutions services tech ' +
    'digital media cloud ai email global world today works london berlin paris nyc'
  ).split(' '),
);

/** `co.uk`, `com.mx`: two words that end a domain together. */
const secondLevel = new Set(['co', 'com', 'org', 'net', 'gov', 'ac', 'edu', 'gob']);

export function hasKnownEnding(domain: string): boolean {
  return endings.has(domain.slice(domain.lastIndexOf('.') + 1).toLowerCase());
}

/** `smithrealty` of `www.smithrealty.co.uk`; undefined for mail for everybody. */
export function domainToOwner(domain: string): string | undefined {
  const parts = domain.toLowerCase().split('.');
  parts.pop();
  if (parts.length > 1 && secondLevel.has(parts[parts.length - 1] ?? '')) parts.pop();
  const owner = parts.pop();
  return owner === undefined || freeMail.has(owner) ? undefined : owner;
}

/** The region (ISO 3166-1 alpha-2) that a domain's ending stands for; undefined for one of everywhere. */
export function domainToRegion(domain: string): string | undefined {
  const ending = domain.slice(domain.lastIndexOf('.') + 1).toLowerCase();
  if (ending === 'uk') return 'GB';
  const isOfEverywhere = ['io', 'co', 'me', 'tv', 'cc', 'ai', 'eu', 'us'].includes(ending);
  return ending.length === 2 && !isOfEverywhere ? ending.toUpperCase() : undefined;
}

/**
 * How much of a domain's owner a company's words make up, 0 to 1, in their order, whole, begun or as initials:
 * `Thames Valley Lettings` all of `tvlettings`.
 */
export function ownerAgreement(owner: string, words: readonly string[]): number {
  const label = toPlainLetters(owner);
  if (label.length < 2) return 0;
  const plain = words.map(toPlainLetters).filter((word) => word !== '');
  return mostCovered(label, plain) / label.length;
}

const confusions: readonly (readonly [string, string])[] = [
  ['i', 'l'],
  ['l', 'i'],
  ['1', 'l'],
  ['g', 'q'],
  ['q', 'g'],
  ['0', 'o'],
  ['5', 's'],
];

/**
 * The owner with one misread letter put right, where only then it is all made of the company's words:
 * `northlinetitie` of Northline Title Agency. The same where it is so already, or never.
 */
export function repairOwner(owner: string, words: readonly string[]): string {
  const before = ownerAgreement(owner, words);
  if (before > 0.95) return owner;
  for (const [read, meant] of confusions) {
    for (let at = owner.indexOf(read); at !== -1; at = owner.indexOf(read, at + 1)) {
      const repaired = owner.slice(0, at) + meant + owner.slice(at + 1);
      if (ownerAgreement(repaired, words) > 0.95) return repaired;
    }
  }
  return owner;
}

function mostCovered(label: string, words: readonly string[]): number {
  const [word, ...rest] = words;
  if (word === undefined || label === '') return 0;
  let best = mostCovered(label, rest);
  for (let length = 1; length <= Math.min(word.length, label.length); length += 1) {
    if (label[length - 1] !== word[length - 1]) break;
    // One or two letters of a longer word are initials, and only worth it where more words follow.
    best = Math.max(best, length + mostCovered(label.slice(length), rest));
  }
  return best;
}
