import { hasLegalForm } from './card-vocabulary.ts';
import { domainToOwner, hasKnownEnding } from './domain.ts';
import type { CardWord, WordBox } from './word.ts';
import { type CardLine, heightOf } from './words-to-lines.ts';

/** Something read, where it stood, and how sure that is, 0 to 1. */
export interface Found {
  readonly text: string;
  readonly line: CardLine;
  readonly box: WordBox;
  /** How sure the engine was of its letters, 0 to 1. */
  readonly read: number;
  /** The same, and what the rest of the card says of it. */
  readonly sure: number;
}

const link = /^(?:https?:\/\/)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:\/[\w./@~%-]*)?$/;

/** Links and sites, small letters, as printed but for what the engine is known to get wrong. */
export function findSites(lines: readonly CardLine[]): readonly Found[] {
  return lines.flatMap((line) =>
    joinTorn(line.words).flatMap(({ text, confidence, box }, index, words) => {
      const site = isDomainTorn(words[index - 1], box) ? undefined : toSite(text);
      const sure = confidence / 100;
      return site === undefined ? [] : [{ text: site, line, box, read: sure, sure }];
    }),
  );
}

/** `smithrealty.com` of a link. */
export function siteToDomain(site: string): string {
  return (site.replace(/^https?:\/\//, '').split('/')[0] ?? '').replace(/^www\./, '');
}

function toSite(word: string): string | undefined {
  if (word.includes('@')) return undefined;
  const text = word
    .toLowerCase()
    .replace(/^(?:web|website|w|site|url)\s*[:.]\s*(?=\w)/, '')
    .replace(/^[^a-z0-9]+|[^a-z0-9/]+$/g, '')
    .replace(/^(https?):?\/{1,2}/, '$1://')
    .replace(/^(?:ww|www|wwww)[.,:;]{1,2}/, 'www.')
    .replace(/^www(?=[a-z0-9-]+\.[a-z]+)/, 'www.')
    .replace(/,(?=(?:com|net|org|de|fr|mx|co)\b)/, '.')
    .replace(/\.(?:c0m|corn|comn|cormn)$/, '.com');
  if (!link.test(text)) return undefined;
  const domain = siteToDomain(text);
  const isSite = hasKnownEnding(domain) && (text.includes('www.') || domainToOwner(domain) !== undefined);
  const owner = domainToOwner(domain) ?? '';
  // "Inc.Co" and "Ph.de" are no sites.
  return isSite && owner.length >= 3 && !hasLegalForm(owner) ? text : undefined;
}

/** "www." and what follows, or "smith." and "com", are read apart where the dot stands wide. */
function joinTorn(words: readonly CardWord[]): readonly CardWord[] {
  const joined: CardWord[] = [];
  for (const word of words) {
    const before = joined[joined.length - 1];
    if (before !== undefined && isTorn(before, word)) {
      joined[joined.length - 1] = joinTwo(
        before,
        word,
        /[.,]$/.test(before.text) || /^[.,]/.test(word.text) ? '' : '.',
      );
    } else joined.push(word);
  }
  return joined;
}

/** "www.river" or "dana@river" close before "bend.com": what stands between was not seen. */
function isDomainTorn(before: CardWord | undefined, box: WordBox): boolean {
  const isBegun = before !== undefined && /(?:^(?:https?:\/\/)?www\.|@)[a-z0-9-]+$/i.test(before.text);
  return isBegun && box.left - before.box.right < heightOf(box) * 1.2;
}

function isTorn(before: CardWord, word: CardWord): boolean {
  if (/^(?:https?:\/\/)?www[.,]?$/i.test(before.text)) return true;
  const isNear = word.box.left - before.box.right < heightOf(word.box) * 0.8;
  const isEnding = /^\.?[a-z]{2,3}(?:\.[a-z]{2})?$/.test(word.text) && hasKnownEnding(word.text);
  const hasDot = before.text.endsWith('.') !== word.text.startsWith('.');
  return isNear && isEnding && hasDot && /^[a-z0-9.-]{4,}$/.test(before.text);
}

function joinTwo(one: CardWord, other: CardWord, between: string): CardWord {
  // What joins itself to a site need not be believed twice.
  return {
    text: one.text.replace(/,$/, '.') + between + other.text,
    confidence: Math.max(one.confidence, other.confidence),
    box: { ...other.box, left: one.box.left },
  };
}
