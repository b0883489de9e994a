import { type Figures, type LookBack, type Soonness, soonness } from '../../../domain/look-back.ts';

export const soonWords: Readonly<Record<Soonness, string>> = {
  'same-day': 'the same day',
  'next-day': 'the next day',
  'within-week': 'within a week',
  later: 'later',
};

/** "4 the same day, 2 later" */
function soonInWords({ soon }: Pick<Figures, 'soon'>): string {
  return soonness
    .filter((one) => soon[one] > 0)
    .map((one) => `${soon[one]} ${soonWords[one]}`)
    .join(', ');
}

/** "You met 14 people" */
export function metInWords(met: number): string {
  return met === 1 ? 'You met one person' : `You met ${met} people`;
}

/** What is known of them, and who has heard since; without a word about those who have not. */
export function lookBackInWords(figures: Figures): string {
  const { met, known, heard } = figures;
  const knows = known === 0 ? '' : `You know something about ${some(known, met)}.`;
  const has = heard === 1 ? 'has' : 'have';
  const hears =
    heard === 0 ? '' : `${capital(someOf(heard, met))} ${has} heard from you: ${soonInWords(figures)}.`;
  return [knows, hears].filter(Boolean).join(' ');
}

/** For those who do not see the picture. */
export function pictureInWords({ occasions, ...figures }: LookBack): string {
  const where = occasions.map(({ occasion, people }) => {
    const names = people.slice(0, namesSpoken).map(({ label }) => label);
    const more = people.length > namesSpoken ? [`${people.length - namesSpoken} more`] : [];
    return `${occasion?.name ?? nowhere}: ${[...names, ...more].join(', ')}.`;
  });
  return [`${metInWords(figures.met)}, a name tag each.`, ...where, lookBackInWords(figures)].join(' ');
}

/** Where nobody said where. */
export const nowhere = 'Here and there';
const namesSpoken = 12;

function some(number: number, all: number): string {
  if (number === all) return all === 1 ? 'them' : all === 2 ? 'both of them' : 'all of them';
  return `${number} of them`;
}

function someOf(number: number, all: number): string {
  if (number !== all) return `${number}`;
  return all === 1 ? 'they' : all === 2 ? 'both' : `all ${all}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
