import { capitalise, count } from '../../ui/status-words.ts';

interface CardFacts {
  /** Met today. */
  readonly met: number;
  /** Met earlier, and nobody has looked at them. */
  readonly before: number;
  /** All whom nobody has looked at. */
  readonly open: number;
  /** Of those, about whom nothing was noted. */
  readonly silent: number;
}

interface CardWords {
  readonly title: string;
  readonly detail: string;
}

const numbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
const inWords = (number: number) => capitalise(numbers[number] ?? String(number));
const people = (number: number) => count(number, 'person', 'people');

/** What Today says about the people of the day. */
export function cardInWords(facts: CardFacts): CardWords {
  const { met, before, open } = facts;
  if (met === 0 && before === 0) {
    return { title: 'A quiet day', detail: 'Nobody to look back on tonight. Enjoy the evening.' };
  }
  const title = met === 0 ? `${people(before)} from before` : `You met ${people(met)}`;
  if (open === 0) {
    return {
      title,
      detail: met === 1 ? 'You have looked at them.' : 'You have looked at every one of them.',
    };
  }
  if (met === 0 || before === 0) return { title, detail: openInWords(facts) };
  const carried = `${inWords(before)} from before ${before === 1 ? 'waits' : 'wait'}, too.`;
  return { title, detail: `${openInWords(facts)} ${carried}` };
}

function openInWords({ met, before, open, silent }: CardFacts): string {
  if (silent > 0) {
    return `${inWords(silent)} still ${silent === 1 ? 'needs' : 'need'} a few words while you remember them.`;
  }
  const isOneOfMany = open === 1 && met + before > 1;
  return `Look at ${isOneOfMany ? 'one more' : 'them'} while you remember.`;
}
