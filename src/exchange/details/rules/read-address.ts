import { type Clause, findAll, normAt, spanText, wordsPattern } from '../clause.ts';
import { type Rule, spanToOffsets } from '../finding.ts';
import { toTitle } from '../to-title.ts';

const english = wordsPattern(
  '\\d{1,5}(?: \\d{1,5})?(?: (?:north|south|east|west|n|s|e|w))?(?: \\w+){1,3}? (?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|court|ct|boulevard|blvd|way|circle|terrace|trail|parkway|highway|place|pl)(?:(?: ,)? (?:apartment|apt|unit|suite) \\w+)?',
);
const spanish = wordsPattern(
  '(?:calle|avenida|av|bulevar|boulevard|paseo|calzada|privada|camino|carrera|plaza)(?: (?:de|la|los|las|del|el))*(?: \\w+){1,3}?(?: (?:numero|no|,))? \\d{1,5}(?: (?:piso|depa|departamento|interior) \\w+)?|(?:el )?\\d{1,5} de la (?:calle|avenida) \\w+',
);
const lives =
  /\b(?:lives?|living|moved|address|stays|home is|house is|place is|viven?|direccion|domicilio|se mudo|su casa es|casa esta)\b/;
const shown = /\b(?:open house|listing|showing|toured|tour|met|sold|casa abierta|en venta)\b/;

/** Where the person lives, with its number; not a house that is shown. */
export const readAddress: Rule = (clause) => {
  if (clause.subject !== 'person' || !lives.test(clause.flat) || shown.test(clause.flat)) return [];
  const expression = clause.words.language === 'en' ? english : spanish;
  return findAll(clause, expression).map((found) => ({
    kind: 'address' as const,
    text: toAddress(clause, found.first, found.next),
    ...spanToOffsets(clause, found),
  }));
};

function toAddress(clause: Clause, first: number, next: number): string {
  const start = /^(?:el)$/.test(normAt(clause, first)) ? first + 1 : first;
  const text = spanText(clause.tokens, { first: start, next });
  return /\p{Lu}/u.test(text) || clause.words.language === 'es'
    ? text
    : toTitle(text).replace(/Apartment|Apt|Unit/, (word) => word.toLowerCase());
}
