import type { Occasion } from '../../../domain/occasion.ts';
import type { Handle, Person } from '../../../domain/person.ts';
import { isWhatsappLikely, mailtoLink, smsLink, whatsappLink } from '../../../exchange/hello-link.ts';
import { ownMailLink } from '../../../exchange/own-mail-link.ts';
import type { HelloFacts, WordsWay } from '../../../store/queries/hello.ts';
import type { TouchWay } from '../../../store/queries/touches.ts';
import { dialable } from '../dialable.ts';
import { chooseWords, fillWords, wordsFor } from './hello-words.ts';
import { usualLanguage } from './languages.ts';
import { followLink } from './networks.ts';

/** What a tap does. */
export type HelloTarget =
  | { readonly kind: 'contacts' }
  | { readonly kind: 'link'; readonly href: string; readonly isPage?: boolean }
  /** It needs something that is not known yet; the person's page has the field. */
  | { readonly kind: 'missing'; readonly field: 'phone' | 'email' }
  | { readonly kind: 'which-network'; readonly handle: Handle }
  | { readonly kind: 'own-address' };

export interface HelloAction {
  readonly way: TouchWay;
  /** See `Touch`. */
  readonly about: string;
  readonly title: string;
  readonly detail: string;
  readonly target: HelloTarget;
  /** False for what the phone does without a network. */
  readonly needsSignal: boolean;
  /** Out of sight until somebody asks for more. */
  readonly isRare: boolean;
}

export interface HelloBase {
  readonly person: Person;
  readonly occasion: Occasion | undefined;
  /** Latest first. */
  readonly notes: readonly string[];
  readonly facts: HelloFacts;
  /** When they met, in words. */
  readonly metWhen: string;
  /** Of a link to a mail program. */
  readonly maxMailLength: number;
}

/** What can be done right after somebody was met, in its order. */
export function listHelloActions(base: HelloBase): HelloAction[] {
  return [
    contactsAction,
    textAction(base),
    emailAction(base),
    ...whatsappActions(base),
    ...followActions(base),
    ownMailAction(base),
  ];
}

const contactsAction: HelloAction = {
  way: 'contacts',
  about: '',
  title: 'Add to phone contacts',
  detail: 'Your notes stay here',
  target: { kind: 'contacts' },
  needsSignal: false,
  isRare: false,
};

function wordsOf({ facts, person, occasion }: HelloBase, way: WordsWay) {
  const words = chooseWords(facts, way, person.language ?? usualLanguage);
  return fillWords(words, wordsFor(facts.me, person, occasion));
}

function textAction(base: HelloBase): HelloAction {
  const found = dialable(base.person.phones);
  const common = { way: 'text', about: '', needsSignal: false, isRare: false } as const;
  if (found === undefined) {
    const target = { kind: 'missing', field: 'phone' } as const;
    return { ...common, title: 'Text hello', detail: 'Add a number first', target };
  }
  const { text } = wordsOf(base, 'text');
  const detail = `${found.phone.typed}, from your own number`;
  const target = { kind: 'link', href: smsLink(found.number, text) } as const;
  return { ...common, title: `Text ${quoted(text)}`, detail, target };
}

function emailAction(base: HelloBase): HelloAction {
  const to = base.person.emails[0]?.typed;
  const common = { way: 'email', about: '', needsSignal: true, isRare: false } as const;
  if (to === undefined) {
    const target = { kind: 'missing', field: 'email' } as const;
    return { ...common, title: 'Email hello', detail: 'Add an address first', target };
  }
  const { subject, text } = wordsOf(base, 'email');
  const target = { kind: 'link', href: mailtoLink({ to, subject, body: text }) } as const;
  return { ...common, title: `Email ${quoted(subject || text)}`, detail: to, target };
}

function whatsappActions(base: HelloBase): HelloAction[] {
  const phone = base.person.phones.find(({ e164 }) => e164 !== undefined && isWhatsappLikely(e164));
  if (phone?.e164 === undefined) return [];
  const { text } = wordsOf(base, 'whatsapp');
  return [
    {
      way: 'whatsapp',
      about: '',
      title: `WhatsApp ${quoted(text)}`,
      detail: `${phone.typed}, if they have it`,
      target: { kind: 'link', href: whatsappLink(phone.e164, text), isPage: true },
      needsSignal: true,
      isRare: true,
    },
  ];
}

function followActions({ person }: HelloBase): HelloAction[] {
  return person.handles.map((handle) => {
    const href = followLink(handle);
    const about = handle.network ?? handle.typed;
    const common = { way: 'follow', about, needsSignal: true, isRare: false } as const;
    if (href === undefined) {
      const target = { kind: 'which-network', handle } as const;
      return { ...common, title: `Follow ${handle.typed}`, detail: 'Where is that?', target };
    }
    const title = handle.network === undefined ? 'Open their site' : `Follow on ${handle.network}`;
    return { ...common, title, detail: handle.typed, target: { kind: 'link', href, isPage: true } };
  });
}

function ownMailAction({ facts, person, occasion, notes, metWhen, maxMailLength }: HelloBase): HelloAction {
  const to = facts.me.email;
  const common = { way: 'own-mail', about: '', title: 'Mail it to yourself', isRare: true } as const;
  if (to === '') {
    const detail = 'Your own inbox, with your notes';
    return { ...common, detail, target: { kind: 'own-address' }, needsSignal: true };
  }
  const mail = { to, person, where: occasion?.name ?? '', when: metWhen, notes, maxLength: maxMailLength };
  const detail = `With your notes, to ${to}`;
  return { ...common, detail, target: { kind: 'link', href: ownMailLink(mail) }, needsSignal: true };
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line === '' ? 'hello' : `“${line}”`;
}
