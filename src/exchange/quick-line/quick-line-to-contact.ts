import { type ContactReading, emptyContact, type LabelledText } from '../contact-reading.ts';
import type { QuickLineKind, QuickLineReading } from './quick-line-reading.ts';

export function quickLineToContact({ parts, note }: QuickLineReading): ContactReading {
  const textsOf = (wanted: QuickLineKind) =>
    parts.filter(({ kind }) => kind === wanted).map(({ text }) => text);
  const phones = parts
    .filter(({ kind }) => kind === 'phone')
    .map(({ text, label }): LabelledText => (label === undefined ? { text } : { text, label }));
  return {
    ...emptyContact,
    name: textsOf('name')[0] ?? '',
    title: textsOf('title')[0] ?? '',
    company: textsOf('company')[0] ?? '',
    phones,
    emails: textsOf('email').map((text) => ({ text })),
    handles: textsOf('handle'),
    note,
  };
}
