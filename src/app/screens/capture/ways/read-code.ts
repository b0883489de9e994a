import type { ContactReading } from '../../../../exchange/contact-reading.ts';
import { readQrPayload } from '../../../../exchange/qr-payload/read-qr-payload.ts';
import { joinPagePath } from '../../../../protocol/pairing.ts';
import type { ReadBesides } from './way.ts';

/** What a code is to somebody who meets a person. */
export type CodeMeaning =
  | { readonly kind: 'person'; readonly reading: ContactReading; readonly besides?: ReadBesides }
  /** Plain words, for the line that takes everything. */
  | { readonly kind: 'words'; readonly text: string }
  /** In words, what it is instead. */
  | { readonly kind: 'aside'; readonly words: string };

/** Justmet's own links that let somebody in: they are for one use, and no page of a person. */
const ownLink = /^https?:\/\/[^/?#\s]+(\/[a-z-]+)#./i;
const ownPaths = new Set([joinPagePath, '/join', '/claim', '/reset']);

export function readCode(text: string): CodeMeaning {
  const path = ownLink.exec(text.trim())?.[1] ?? '';
  if (ownPaths.has(path)) return { kind: 'aside', words: ownWords(path) };
  const read = readQrPayload(text);
  if (read.kind === 'not-a-person') return { kind: 'aside', words: read.words };
  if (read.kind === 'text') {
    if (read.text === '') return { kind: 'aside', words: 'There is nothing in this code.' };
    return { kind: 'words', text: read.text };
  }
  if (read.kind !== 'contact' || read.rest.length === 0) return { kind: 'person', reading: read.contact };
  return { kind: 'person', reading: read.contact, besides: { cardLines: read.rest.join('\n') } };
}

function ownWords(path: string): string {
  if (path === joinPagePath) return 'This code adds a phone: open it in Settings.';
  return 'This code is for Justmet itself, not for a person.';
}
