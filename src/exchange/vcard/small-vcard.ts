import type { ContactReading } from '../contact-reading.ts';
import { readHandle } from '../handle.ts';
import { escapeText, withoutBreaks } from './escaping.ts';
import { labelToTypes } from './label.ts';
import { nameToParts } from './read-name.ts';

/**
 * vCard 3.0 for a QR code: every byte makes the code finer and harder to read, so there is no picture, no label
 * that no TYPE says, and no folded line (which many readers of codes do not join again).
 */
export function contactToSmallVcard(contact: ContactReading): string {
  const { phones, emails, handles, company, title } = contact;
  const name = contact.name.trim() || company || phones[0]?.text || emails[0]?.text || '';
  const links = handles.flatMap((handle) => readHandle(handle).url ?? []);
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${nameToParts(name).replace(/;+$/, '')}`,
    `FN:${escapeText(name)}`,
    ...(company === '' ? [] : [`ORG:${escapeText(company)}`]),
    ...(title === '' ? [] : [`TITLE:${escapeText(title)}`]),
    ...phones.map(({ text, label }) => `TEL${typesText(label)}:${escapeText(text)}`),
    ...emails.map(({ text, label }) => `EMAIL${typesText(label)}:${escapeText(text)}`),
    ...links.map((link) => `URL:${withoutBreaks(link)}`),
    'END:VCARD',
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

function typesText(label: string | undefined): string {
  const types = label === undefined ? undefined : labelToTypes(label);
  return types === undefined ? '' : `;TYPE=${types.join(',').toUpperCase()}`;
}
