import { cardFilePath, cardPath, pathOfCard } from '../../protocol/card-page.ts';
import { cardStyle } from './card-style.ts';
import { Html, html } from './html.ts';
import type { ShownCard, ShownWay } from './shown-card.ts';
import { type FieldRemarks, maxLengths, type Visitor, type VisitorField } from './visitor-form.ts';

/** The form as it is drawn: what was typed already, and what is to be said about it. */
export interface DrawnForm {
  readonly formToken: string;
  readonly typed?: Visitor;
  readonly remarks?: FieldRemarks;
  /** About all of it. */
  readonly say?: string;
}

/** The page of a card, with the form by which a visitor sends their own details. */
export function cardToPage(card: ShownCard, token: string, form: DrawnForm): string {
  const body = html`<main class="two">${cardToTag(card, token)}${drawForm(card, token, form)}</main>`;
  return toPage(titleOf(card), body);
}

export function thanksToPage(card: ShownCard, token: string): string {
  const said = html`<article class="tag sent"><header class="band"><b>Sent</b></header>
<h1 class="long">Thank you, ${card.firstName} has your details.</h1></article>`;
  return toPage(titleOf(card), html`<main>${said}${cardToTag(card, token)}</main>`);
}

/** Where there is no card to show. */
export function wordsToPage(title: string, words: string): string {
  const tag = html`<article class="tag"><header class="band"><b>Hello</b></header>
<h1 class="long">${title}</h1><p class="said">${words}</p></article>`;
  return toPage(title, html`<main>${tag}</main>`);
}

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect y='3' width='32' height='26' rx='6' fill='%231c4fd6'/%3E%3Cpath d='M3 12h26v11a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3z' fill='%23fff'/%3E%3C/svg%3E";

function toPage(title: string, body: Html): string {
  // The style is ours, and its hash is what the policy lets through: it is not escaped.
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="${icon}"><style>${new Html(cardStyle)}</style></head>
<body>${body}</body></html>`.text;
}

function titleOf({ name, company }: ShownCard): string {
  return company === '' ? name : `${name}, ${company}`;
}

/** A long name is set smaller, so that it stays one look. */
const longName = 32;

function cardToTag({ name, company, title, ways }: ShownCard, token: string): Html {
  return html`<div class="mine"><article class="tag">
<header class="band"><b>Hello, my name is</b>${company === '' ? undefined : html`<span dir="auto">${company}</span>`}</header>
<h1 dir="auto"${name.length > longName ? html` class="long"` : undefined}>${name}</h1>
${title === '' ? undefined : html`<p class="title" dir="auto">${title}</p>`}
${ways.length === 0 ? undefined : html`<ul>${ways.map(drawWay)}</ul>`}</article>
<a class="go" href="${pathOfCard(cardFilePath, token)}">Add to contacts</a></div>`;
}

const drawings = {
  phone: 'M6 3h3l2 5-2.5 1.500a12 12 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z',
  email: 'M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM3 7l9 7 9-7',
  link: 'M7 17 17 7M9 7h8v8',
} as const;

function drawWay({ kind, label, text, href }: ShownWay): Html {
  const words = html`<span><small>${label}</small><span dir="auto">${withBreaks(text)}</span></span>`;
  if (href === undefined || kind === 'address') return html`<li><div class="way">${words}</div></li>`;
  const drawing = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${drawings[kind]}"/></svg>`;
  return html`<li><a class="way" href="${href}" rel="noopener noreferrer nofollow">${words}${drawing}</a></li>`;
}

/** A long address breaks between its parts, not within a word. */
function withBreaks(text: string): Html[] {
  return text.split(/(?<=[@/?&])|(?=[.@])/u).map((part, n) => (n === 0 ? html`${part}` : html`<wbr>${part}`));
}

interface FieldLook {
  readonly label: string;
  /** Constant words of ours. */
  readonly attributes: Html;
}

const looks: Readonly<Record<Exclude<VisitorField, 'message'>, FieldLook>> = {
  name: { label: 'Your name', attributes: html`type="text" autocomplete="name" autocapitalize="words"` },
  phone: { label: 'Phone', attributes: html`type="tel" autocomplete="tel"` },
  email: { label: 'Email', attributes: html`type="email" autocomplete="email"` },
};

function drawForm({ firstName }: ShownCard, token: string, form: DrawnForm): Html {
  const drawn = (field: keyof typeof looks) => drawField(field, form);
  // It comes again at the form when something in it was wrong, not at the top.
  return html`<form id="send" method="post" action="${pathOfCard(cardPath, token)}#send">
${form.say === undefined ? undefined : html`<p class="say" role="alert">${form.say}</p>`}
<div class="tag"><header class="band"><h2>Send ${firstName} your details</h2></header>
${drawn('name')}${drawn('phone')}${drawn('email')}${drawMessage(form)}</div>
<p class="off" aria-hidden="true"><label for="website">Leave this empty</label><input id="website" name="website" tabindex="-1" autocomplete="off"></p>
<input type="hidden" name="form" value="${form.formToken}">
<button class="send" type="submit">Send</button>
<p class="small">This goes to ${firstName}’s own contact list, and nowhere else.</p></form>`;
}

function drawField(field: keyof typeof looks, { typed, remarks }: DrawnForm): Html {
  const { label, attributes } = looks[field];
  return html`<div class="field"><label><span class="key">${label}</span><input id="${field}" name="${field}" ${attributes} maxlength="${maxLengths[field]}" value="${typed?.[field]}"${drawState(field, remarks)}></label>${drawRemark(field, remarks)}</div>`;
}

function drawMessage({ typed, remarks }: DrawnForm): Html {
  // The first line break after the tag is not part of what was typed.
  return html`<div class="field"><label><span class="key">A few words</span><textarea id="message" name="message" rows="3" maxlength="${maxLengths.message}" placeholder="Where we met, what we talked about"${drawState('message', remarks)}>
${typed?.message}</textarea></label>${drawRemark('message', remarks)}</div>`;
}

function drawState(field: VisitorField, remarks: FieldRemarks = {}): Html | undefined {
  if (remarks[field] === undefined) return undefined;
  return html` aria-invalid="true" aria-describedby="${field}-remark"`;
}

function drawRemark(field: VisitorField, remarks: FieldRemarks = {}): Html | undefined {
  const remark = remarks[field];
  return remark === undefined ? undefined : html`<p class="remark" id="${field}-remark">${remark}</p>`;
}
