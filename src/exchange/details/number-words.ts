const rows = [
  'two dos',
  'three tres',
  'four cuatro',
  'five cinco',
  'six seis',
  'seven siete',
  'eight ocho',
  'nine nueve',
  'ten diez',
  'eleven once',
  'twelve doce',
  'thirteen trece',
  'fourteen catorce',
  'fifteen quince',
  'sixteen dieciseis',
  'seventeen diecisiete',
  'eighteen dieciocho',
  'nineteen diecinueve',
  'twenty veinte',
];
const tens = ['thirty treinta', 'forty cuarenta', 'fifty cincuenta'];

/**
 * Figures for number words of English and Spanish without accents. "One", "un" and "una" are more often no numbers;
 * "once" is one only in Spanish and is left to the rules.
 */
export const numberWords: ReadonlyMap<string, string> = new Map(
  [
    ...rows.flatMap((row, index) => row.split(' ').map((word) => [word, `${index + 2}`] as const)),
    ...tens.flatMap((row, index) => row.split(' ').map((word) => [word, `${(index + 3) * 10}`] as const)),
  ].filter(([word]) => word !== 'once'),
);
