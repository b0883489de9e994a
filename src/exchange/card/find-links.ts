import { domainToOwner, ownerAgreement } from './domain.ts';
import { findEmails, isSameLook } from './find-emails.ts';
import { type Found, findSites, siteToDomain } from './find-sites.ts';
import { wordsOf } from './line-groups.ts';
import { isSharedMailbox, nameAgreement } from './name-agreement.ts';
import { atLineOf, isSamePlace } from './same-place.ts';
import type { CardLine } from './words-to-lines.ts';

export interface Links {
  readonly sites: readonly Found[];
  readonly mails: readonly Found[];
  /** As read, of all of them. */
  readonly domains: readonly string[];
}

/** Under this a link is left out. */
const least = 0.2;
/** Nor what only the second engine found under this, with what the rest of the card says. */
const leastAlone = 0.6;
/** What the rest of the card says for one of two readings, beside what the engines say. */
const clue = 0.3;
/** Closer than this, two readings are as sure as each other. */
const close = 0.1;

/**
 * Sites and e-mail addresses, as two engines read them (`again` may be empty): the surer reading is taken, and what
 * only one of them saw. A domain that stands on the card twice was read well, however much the engines doubt.
 */
export function findLinks(lines: readonly CardLine[], again: readonly CardLine[]): Links {
  const printed = lines.filter(({ text }) => !text.includes('@'));
  const lineOf = (found: Found) => atLineOf(found, lines);
  const withOwner = (domain: string) => (isOwnerPrinted(domain, printed) ? clue : 0);
  const readSites = weigh(findSites(lines), findSites(again).map(lineOf), (site) =>
    withOwner(siteToDomain(site.text)),
  );
  const sure = readSites.map(({ text, read }) => ({ text: siteToDomain(text), sure: read }));
  const readMails = weigh(findEmails(lines, sure), findEmails(again, sure).map(lineOf), (mail) => {
    const [mailbox = '', domain = ''] = mail.text.split('@');
    return withOwner(domain) + (isSomebody(mailbox, printed) ? clue : 0);
  });
  const mailDomains = readMails.map(({ text }) => text.slice(text.indexOf('@') + 1));
  const sites = readSites
    .map((site) => withDomainOf(readMails, site))
    .map((site) => surerIf(mailDomains.includes(siteToDomain(site.text)), site, 0.9));
  const siteDomains = sites.map(({ text }) => siteToDomain(text));
  const mails = readMails.map((mail, index) =>
    surerIf(siteDomains.includes(mailDomains[index] ?? ''), mail, 0.4),
  );
  return {
    sites: onlyOnce(sites.filter((site) => site.sure >= least)),
    mails: onlyOnce(mails.filter((mail) => mail.sure >= least)),
    domains: [...mailDomains, ...siteDomains],
  };
}

/** Each once, whoever read it. */
export function onlyOnce<T extends Found>(found: readonly T[]): readonly T[] {
  return found.filter((one, index) => found.findIndex(({ text }) => text === one.text) === index);
}

function weigh(
  first: readonly Found[],
  second: readonly Found[],
  clueFor: (found: Found) => number,
): readonly Found[] {
  const weighed = first.flatMap((one) => {
    const other = second.find((found) => isSamePlace(found, one));
    if (other === undefined) return [one];
    if (other.text === one.text) return [surerIf(true, one, other.sure)];
    const more = other.read + clueFor(other) - one.read - clueFor(one);
    return [more > close ? other : one];
  });
  const missed = second.filter((found) => !first.some((one) => isSamePlace(found, one)));
  return [...weighed, ...missed.filter((found) => found.read + clueFor(found) >= leastAlone)];
}

/** The site's domain, where an e-mail address has the same one and was read better. */
function withDomainOf(mails: readonly Found[], site: Found): Found {
  const domain = siteToDomain(site.text);
  const better = mails.find(({ text, read }) => {
    const other = text.slice(text.indexOf('@') + 1);
    return read > site.read && other !== domain && isSameLook(other, domain);
  });
  if (better === undefined) return site;
  return { ...site, text: site.text.replace(domain, better.text.slice(better.text.indexOf('@') + 1)) };
}

function isOwnerPrinted(domain: string, lines: readonly CardLine[]): boolean {
  const owner = domainToOwner(domain);
  return owner !== undefined && lines.some((line) => ownerAgreement(owner, wordsOf([line])) > 0.95);
}

function isSomebody(mailbox: string, lines: readonly CardLine[]): boolean {
  return isSharedMailbox(mailbox) || lines.some((line) => nameAgreement(wordsOf([line]), mailbox) >= 0.7);
}

function surerIf(isKnown: boolean, found: Found, sure: number): Found {
  return isKnown ? { ...found, sure: Math.max(found.sure, sure) } : found;
}
