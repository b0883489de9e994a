import { type ContactReading, emptyContact } from '../contact-reading.ts';
import { readProfileLink } from '../profile-link.ts';
import type { VcardPhoto } from '../vcard/photo.ts';
import { readVcards } from '../vcard/read-vcards.ts';
import { decodePercent } from '../vcard/to-version-3.ts';
import { readMailto, readMatmsg, readSms, readSmtp, readTel } from './address-payloads.ts';
import { readBizcard } from './bizcard.ts';
import { findCardService } from './card-services.ts';
import { readMecard } from './mecard.ts';
import { findOtherUse } from './not-a-person.ts';

/** What a code says. Links are never opened here: also Justmet's own are `link`, for the caller to know them. */
export type QrReading =
  | {
      readonly kind: 'contact';
      readonly contact: ContactReading;
      readonly photos: readonly VcardPhoto[];
      /** Lines of a vCard that the contact has no room for. */
      readonly rest: readonly string[];
    }
  | { readonly kind: 'phone' | 'message' | 'email'; readonly contact: ContactReading }
  | {
      readonly kind: 'profile';
      readonly network: string;
      readonly url: string;
      readonly contact: ContactReading;
    }
  | {
      readonly kind: 'card-service';
      readonly service: string;
      readonly url: string;
      readonly contact: ContactReading;
    }
  | { readonly kind: 'link'; readonly url: string; readonly contact: ContactReading }
  | { readonly kind: 'not-a-person'; readonly words: string }
  /** For the quick line. '' where there is nothing. */
  | { readonly kind: 'text'; readonly text: string };

/** Reads the text of a QR code. Total: what is of no known form is `text`. */
export function readQrPayload(payload: string): QrReading {
  const text = payload.replace(/^\ufeff/, '').trim();
  const use = findOtherUse(text);
  if (use !== undefined) return { kind: 'not-a-person', words: `This code is for ${use}, not for a person.` };
  return readCard(text) ?? readAddress(text) ?? readLink(text) ?? { kind: 'text', text };
}

function readCard(text: string): QrReading | undefined {
  const inAddress = /^data:text\/(?:x-)?(?:vcard|directory)[^,]*,([\s\S]*)$/i.exec(text)?.[1];
  const card = inAddress === undefined ? text : decodePercent(inAddress);
  if (/^BEGIN\s*:\s*VCARD/i.test(card)) {
    const [read] = readVcards(card).cards;
    return read === undefined ? { kind: 'text', text } : { kind: 'contact', ...read };
  }
  const [, name = '', body = ''] = /^(MECARD|BIZCARD):([\s\S]*)$/i.exec(text) ?? [];
  if (name === '') return undefined;
  const reading = name.toUpperCase() === 'MECARD' ? readMecard(body) : readBizcard(body);
  return { kind: 'contact', photos: [], ...reading };
}

function readAddress(text: string): QrReading | undefined {
  const scheme = /^([a-z-]+):/i.exec(text)?.[1]?.toLowerCase();
  const body = text.slice((scheme?.length ?? 0) + 1);
  switch (scheme) {
    case 'tel':
    case 'callto':
    case 'facetime':
    case 'facetime-audio':
      return withSomething('phone', readTel(text), text);
    case 'sms':
    case 'smsto':
    case 'mms':
    case 'mmsto':
      return withSomething('message', readSms(text), text);
    case 'mailto':
      return withSomething('email', readMailto(text), text);
    case 'matmsg':
      return withSomething('email', readMatmsg(body), text);
    case 'smtp':
      return withSomething('email', readSmtp(body), text);
    default:
      return undefined;
  }
}

function withSomething(
  kind: 'phone' | 'message' | 'email',
  contact: ContactReading,
  text: string,
): QrReading {
  const isKnown = contact.phones.length > 0 || contact.emails.length > 0;
  return isKnown ? { kind, contact } : { kind: 'text', text };
}

function readLink(payload: string): QrReading | undefined {
  const text = payload.replace(/^(?:URLTO|URL):\s*/i, '');
  const profile = readProfileLink(text);
  if (profile !== undefined) return { kind: 'profile', ...profile, contact: toProfileContact(profile.url) };
  const url = /^MEBKM:/i.test(payload)
    ? /URL:((?:\\.|[^;])+)/i.exec(payload)?.[1]?.replace(/\\(.)/g, '$1')
    : text;
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:\s]+)\S*$/i.exec(url ?? '')?.[1] ?? bareHost(url ?? '');
  if (url === undefined || host === undefined) return undefined;
  const link = /^https?:/i.test(url) ? url : `https://${url}`;
  const contact = { ...emptyContact, handles: [link] };
  const service = findCardService(host);
  if (service !== undefined) return { kind: 'card-service', service, url: link, contact };
  return { kind: 'link', url: link, contact };
}

/** Also a host alone, as `www.example.com/dana`. */
function bareHost(text: string): string | undefined {
  return /^((?:[a-z0-9-]+\.)+[a-z]{2,})(?:\/\S*)?$/i.exec(text)?.[1];
}

/** A WhatsApp or Telegram address may be a number. */
function toProfileContact(url: string): ContactReading {
  const digits = /^https:\/\/(?:wa\.me\/\+?|t\.me\/\+)(\d{7,15})$/.exec(url)?.[1];
  const phones = digits === undefined ? [] : [{ text: `+${digits}` }];
  return { ...emptyContact, handles: [url], phones };
}
