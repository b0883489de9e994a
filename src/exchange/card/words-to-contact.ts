import type { ContactReading, LabelledText } from '../contact-reading.ts';
import { domainToOwner, domainToRegion } from './domain.ts';
import { findAddresses, isAboutAddress } from './find-addresses.ts';
import { findEmails, isAboutEmail } from './find-emails.ts';
import { type Clues, findPerson, type Person } from './find-person.ts';
import { findPhones, regionOfCodes } from './find-phones.ts';
import { type Found, findSites, siteToDomain } from './find-sites.ts';
import { repairMailbox } from './name-agreement.ts';
import type { CardWord } from './word.ts';
import { type CardLine, wordsToLines } from './words-to-lines.ts';

/** How sure each field is, 0 to 1, in the order of the reading's lists. */
export interface CardCertainty {
  readonly name: number;
  readonly title: number;
  readonly company: number;
  readonly phones: readonly number[];
  readonly emails: readonly number[];
  readonly handles: readonly number[];
  readonly addresses: readonly number[];
}

export interface CardContact {
  readonly reading: ContactReading;
  readonly certainty: CardCertainty;
}

/** Under these a field stays empty: a wrong value there is worse than none. Digits have nothing to check them by. */
const least = { phone: 0.5, email: 0.2, site: 0.2, address: 0.3, line: 0.6 } as const;

/**
 * Words off a flat, upright card as suggestions for a contact's fields. What is in doubt goes into the note.
 * `region` is where the device is at home (ISO 3166-1 alpha-2).
 */
export function wordsToContact(words: readonly CardWord[], region: string): CardContact {
  const lines = wordsToLines(words);
  const readSites = findSites(lines);
  const readMails = findEmails(
    lines,
    readSites.map(({ text }) => siteToDomain(text)),
  );
  const mailDomains = readMails.map(({ text }) => text.slice(text.indexOf('@') + 1));
  const sites = onlyOnce(
    readSites.map((site) => surerBy(mailDomains, site)).filter(({ sure }) => sure >= least.site),
  );
  const domains = sites.map(({ text }) => siteToDomain(text));
  const mails = onlyOnce(
    readMails.map((mail) => surerBySite(domains, mail)).filter(({ sure }) => sure >= least.email),
  );
  const card =
    regionOfCodes(lines) ?? [...mailDomains, ...domains].flatMap((one) => domainToRegion(one) ?? [])[0];
  const phones = onlyOnce(
    findPhones(lines, { home: region, card }).filter(({ sure }) => sure >= least.phone),
  );
  const used = new Set([...sites, ...mails, ...phones].map(({ line }) => line));
  const addresses = findAddresses(lines.filter((line) => !used.has(line))).filter(
    ({ sure }) => sure >= least.address,
  );
  for (const address of addresses) for (const line of address.lines) used.add(line);
  const open = lines.filter((line) => !used.has(line) && !isAboutAddress(line) && !isAboutEmail(line));
  const clues: Clues = {
    mailboxes: mails.map(({ text }) => text.slice(0, text.indexOf('@'))),
    owners: [...mailDomains, ...domains].flatMap((domain) => domainToOwner(domain) ?? []),
  };
  const person = findPerson(open, clues);
  for (const found of [person.name, person.title, person.company]) {
    for (const line of found?.lines ?? []) used.add(line);
  }
  const emails = repairByName(mails, person);
  return {
    reading: {
      name: person.name?.text ?? '',
      title: person.title?.text ?? '',
      company: person.company?.text ?? '',
      phones: phones.map(
        ({ text, kind }): LabelledText => (kind === undefined ? { text } : { text, label: kind }),
      ),
      emails: emails.map(({ text }) => ({ text })),
      handles: sites.map(({ text }) => text),
      addresses: addresses.map(({ text }) => ({ text })),
      note: restOf(lines, used),
    },
    certainty: {
      name: person.name?.sure ?? 0,
      title: person.title?.sure ?? 0,
      company: person.company?.sure ?? 0,
      phones: phones.map(({ sure }) => sure),
      emails: emails.map(({ sure }) => sure),
      handles: sites.map(({ sure }) => sure),
      addresses: addresses.map(({ sure }) => sure),
    },
  };
}

/** What stands on the card twice, once in an address, was read well. */
function surerBy(mailDomains: readonly string[], site: Found): Found {
  return mailDomains.includes(siteToDomain(site.text)) ? { ...site, sure: Math.max(site.sure, 0.9) } : site;
}

function surerBySite(domains: readonly string[], mail: Found): Found {
  const isKnown = domains.includes(mail.text.slice(mail.text.indexOf('@') + 1));
  return isKnown ? { ...mail, sure: Math.max(mail.sure, 0.4) } : mail;
}

function repairByName(mails: readonly Found[], { name }: Person): readonly Found[] {
  if (name === undefined) return mails;
  const words = name.lines.flatMap((line) => line.words.map(({ text }) => text));
  return mails.flatMap((mail) => {
    const [mailbox = '', domain = ''] = mail.text.split('@');
    const repaired = repairMailbox(mailbox, words);
    return repaired === undefined ? [] : [{ ...mail, text: `${repaired}@${domain}` }];
  });
}

function onlyOnce<T extends Found>(found: readonly T[]): readonly T[] {
  return found.filter((one, index) => found.findIndex(({ text }) => text === one.text) === index);
}

function restOf(lines: readonly CardLine[], used: ReadonlySet<CardLine>): string {
  const rest = lines.filter((line) => !used.has(line) && /[\p{L}\d]{2}/u.test(line.text));
  return rest.map(({ text }) => text).join('\n');
}
