/** What a number is for. */
export type PhoneKind = 'mobile' | 'work' | 'direct' | 'home' | 'toll-free' | 'whatsapp' | 'fax';

const kinds: readonly (readonly [PhoneKind, RegExp])[] = [
  ['fax', /^(?:f|fx|fax|facsimile|telefax|télécopie)$/],
  ['whatsapp', /^(?:wa|whatsapp)$/],
  ['toll-free', /^(?:toll|tollfree|toll-free|free)$/],
  ['direct', /^(?:d|dir|direct|direkt|durchwahl|directo|ligne)$/],
  ['mobile', /^(?:m|c|cc|cel|cell|cellular|celular|mob|mobil|mobile|móvil|movil|handy|port|portable|text)$/],
  ['home', /^(?:h|home|privat|casa|res|residence)$/],
  [
    'work',
    /^(?:o|0|p|t|w|b|ph|tel|tél|telefon|teléfono|telefono|téléphone|telephone|phone|office|off|oficina|work|main|büro|buro|bureau|business|call)$/,
  ],
];

/** By the last word before the number: "Direct fax:" is a fax. Undefined where nothing known stands there. */
export function labelToKind(label: string): PhoneKind | undefined {
  const words = label.toLowerCase().match(/[\p{L}\d-]+/gu) ?? [];
  for (const word of words.reverse()) {
    const kind = kinds.find(([, pattern]) => pattern.test(word))?.[0];
    if (kind !== undefined) return kind;
  }
  return undefined;
}
