import type { ContactReading, LabelledText } from '../contact-reading.ts';
import { agreeOnName } from './agree-on-name.ts';
import { domainToOwner, domainToRegion, repairOwner } from './domain.ts';
import { findAddresses, isAboutAddress } from './find-addresses.ts';
import { isAboutEmail } from './find-emails.ts';
import { findLinks, onlyOnce } from './find-links.ts';
import { findPerson, type Person } from './find-person.ts';
import { findPhones, regionOfCodes } from './find-phones.ts';
import type { Found } from './find-sites.ts';
import type { FoundLine } from './line-groups.ts';
import { atLineOf } from './same-place.ts';
import { weighPhones } from './weigh-phones.ts';
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
const least = { phone: 0.5, address: 0.3, line: 0.6 } as const;

/**
 * Words off a flat, upright card as suggestions for a contact's fields. What is in doubt goes into the note.
 * `region` is where the device is at home (ISO 3166-1 alpha-2), `again` what a second engine read on the same card.
 */
export function wordsToContact(
  words: readonly CardWord[],
  region: string,
  again: readonly CardWord[] = [],
): CardContact {
  const lines = wordsToLines(words);
  const linesAgain = wordsToLines(again);
  const { sites, mails, domains } = findLinks(lines, linesAgain);
  const card = regionOfCodes(lines) ?? domains.flatMap((one) => domainToRegion(one) ?? [])[0];
  const phones = onlyOnce(
    weighPhones(
      findPhones(lines, { home: region, card }),
      findPhones(linesAgain, { home: region, card }).map((phone) => atLineOf(phone, lines)),
    ).filter(({ sure }) => sure >= least.phone),
  );
  const withLinks = new Set([...sites, ...mails, ...phones].map(({ line }) => line));
  const addresses = findAddresses(lines.filter((line) => !withLinks.has(line))).filter(
    ({ sure }) => sure >= least.address,
  );
  const known = new Set([...withLinks, ...addresses.flatMap((address) => address.lines)]);
  const person = findPerson(
    lines.filter((line) => !known.has(line) && !isAboutAddress(line) && !isAboutEmail(line)),
    {
      mailboxes: mails.map(({ text }) => text.slice(0, text.indexOf('@'))),
      owners: domains.flatMap((domain) => domainToOwner(domain) ?? []),
    },
  );
  const repair = ownerRepair(domains, person);
  const agreed = agree(mails.map(repair), person);
  const handles = onlyOnce(sites.map(repair));
  const { title, company } = person;
  const used = new Set(
    [known, agreed.name?.lines, title?.lines, company?.lines].flatMap((some) => [...(some ?? [])]),
  );
  return {
    reading: {
      name: agreed.name?.text ?? '',
      title: title?.text ?? '',
      company: company?.text ?? '',
      phones: phones.map(
        ({ text, kind }): LabelledText => (kind === undefined ? { text } : { text, label: kind }),
      ),
      emails: agreed.mails.map(({ text }) => ({ text })),
      handles: handles.map(({ text }) => text),
      addresses: addresses.map(({ text }) => ({ text })),
      note: restOf(lines, used),
    },
    certainty: {
      name: agreed.name?.sure ?? 0,
      title: title?.sure ?? 0,
      company: company?.sure ?? 0,
      phones: phones.map(({ sure }) => sure),
      emails: agreed.mails.map(({ sure }) => sure),
      handles: handles.map(({ sure }) => sure),
      addresses: addresses.map(({ sure }) => sure),
    },
  };
}

/** The company's name tells a misread letter of its domain, in sites and in e-mail addresses. */
function ownerRepair(domains: readonly string[], { company }: Person): (found: Found) => Found {
  const words = company?.text.split(' ') ?? [];
  const owners = domains.flatMap((domain) => domainToOwner(domain) ?? []);
  const misread = owners.find((owner) => repairOwner(owner, words) !== owner);
  if (misread === undefined) return (found) => found;
  const meant = repairOwner(misread, words);
  return (found) => ({ ...found, text: found.text.replace(misread, () => meant) });
}

/** Name and mail correct each other, as the surer one says; what stays in doubt is in neither. */
function agree(
  mails: readonly Found[],
  { name }: Person,
): { mails: readonly Found[]; name: FoundLine | undefined } {
  if (name === undefined) return { mails, name };
  const read = name.lines.flatMap((line) => line.words);
  let agreed: FoundLine | undefined = name;
  const kept = mails.flatMap((mail) => {
    const [mailbox = '', domain = ''] = mail.text.split('@');
    const words = (agreed?.text ?? '').split(' ');
    const sure = words.map((text, index) => ({ text, confidence: read[index]?.confidence ?? 0 }));
    const both = agreeOnName(sure, { text: mailbox, confidence: mail.read * 100 });
    agreed = both.name === undefined || agreed === undefined ? undefined : { ...agreed, text: both.name };
    return both.mailbox === undefined ? [] : [{ ...mail, text: `${both.mailbox}@${domain}` }];
  });
  return { mails: kept, name: agreed };
}

function restOf(lines: readonly CardLine[], used: ReadonlySet<CardLine>): string {
  const rest = lines.filter((line) => !used.has(line) && /[\p{L}\d]{2}/u.test(line.text));
  return rest.map(({ text }) => text).join('\n');
}
