import { type Detail, type Person, personFirstName } from '../person.ts';
import { isBlank, searchableText } from '../text.ts';
import { seededOrder } from './seeded-order.ts';

export interface RecallChoice {
  readonly id: string;
  readonly text: string;
}

/** `name`: whose are these details? `detail`: what of these is theirs? */
export interface RecallQuestion {
  readonly kind: 'name' | 'detail';
  /** The details, or the name. */
  readonly shown: string;
  /** Two or three, one of them right. */
  readonly choices: readonly RecallChoice[];
  readonly rightId: string;
}

/** On the tag, and what is to be done: nobody remembers somebody by them. */
const otherKinds: ReadonlySet<string> = new Set(['phone', 'email', 'address', 'touch']);
const detailsShown = 3;
const others = 2;
/** Longer, a choice is no choice at a glance. */
const longestChoice = 90;

/**
 * Asks about somebody, from the details to the name and from the name to a detail in turn. `near`: others who were met
 * around then, the likeliest to be mistaken first. The same seed asks the same everywhere. Undefined where nothing can
 * be asked: no details, no name, or nobody else to choose from.
 */
export function askAbout(
  person: Person,
  near: readonly Person[],
  seed: string,
  isNameFirst: boolean,
): RecallQuestion | undefined {
  if (isBlank(person.name)) return undefined;
  const ways = [askName, askDetail];
  for (const ask of isNameFirst ? ways : ways.reverse()) {
    const question = ask(person, near, seed);
    if (question !== undefined) return question;
  }
  return undefined;
}

/** What may be remembered of somebody, in the order that it was kept in; each thing once. */
export function memorableDetails({ details }: Person): Detail[] {
  const seen = new Set<string>();
  return details.filter(({ kind, text }) => {
    const same = searchableText(text.trim());
    if (otherKinds.has(kind) || isBlank(text) || seen.has(same)) return false;
    seen.add(same);
    return true;
  });
}

function askName(person: Person, near: readonly Person[], seed: string): RecallQuestion | undefined {
  const telling = memorableDetails(person).filter(({ text }) => !tellsName(text, person.name));
  if (telling.length === 0) return undefined;
  const shown = seededOrder(telling, seed, ({ id }) => id).slice(0, detailsShown);
  const texts = telling.filter((detail) => shown.includes(detail)).map(({ text }) => text.trim());
  const names = new Set([callName(person)]);
  const wrong = near.filter((other) => {
    const name = callName(other);
    if (isBlank(other.name) || other.id === person.id || names.has(name) || isTrueOf(texts, other))
      return false;
    names.add(name);
    return true;
  });
  if (wrong.length === 0) return undefined;
  const choices = [person, ...wrong.slice(0, others)].map((one) => ({
    id: one.id,
    text: personFirstName(one),
  }));
  return {
    kind: 'name',
    shown: texts.map(toSentence).join(' '),
    choices: seededOrder(choices, seed, ({ id }) => id),
    rightId: person.id,
  };
}

function askDetail(person: Person, near: readonly Person[], seed: string): RecallQuestion | undefined {
  const own = memorableDetails(person);
  const right = seededOrder(own.filter(isShort), seed, ({ id }) => id)[0];
  if (right === undefined) return undefined;
  const taken = own.map(({ text }) => text);
  const wrong: Detail[] = [];
  // Of the same kind first: "two cats" beside "a beagle".
  for (const detail of sameKindFirst(near.flatMap(memorableDetails), right.kind)) {
    if (wrong.length === others) break;
    const isOwn = taken.some((text) => saysTheSame(text, detail.text));
    if (isOwn || !isShort(detail) || tellsName(detail.text, person.name)) continue;
    taken.push(detail.text);
    wrong.push(detail);
  }
  if (wrong.length === 0) return undefined;
  const choices = [right, ...wrong].map(({ text }, place) => ({ id: String(place), text: text.trim() }));
  return {
    kind: 'detail',
    shown: person.name,
    choices: seededOrder(choices, seed, ({ text }) => text),
    rightId: '0',
  };
}

const callName = (person: Person) => searchableText(personFirstName(person));
const isShort = ({ text }: Detail) => text.trim().length <= longestChoice;

function sameKindFirst(details: readonly Detail[], kind: string): readonly Detail[] {
  const isSame = (detail: Detail) => detail.kind === kind && kind !== 'other';
  return [...details.filter(isSame), ...details.filter((detail) => !isSame(detail))];
}

/** Whether all that is shown could be said of somebody else, too: they would be as right. */
function isTrueOf(texts: readonly string[], other: Person): boolean {
  return texts.every((text) => other.details.some((detail) => saysTheSame(text, detail.text)));
}

/** "Beagle" and "a beagle": one holds the other. */
function saysTheSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => ` ${wordsOf(text).join(' ')} `);
  return one === undefined || other === undefined || one.includes(other) || other.includes(one);
}

/** A detail that speaks of "Priya’s cats" would give her away. */
function tellsName(text: string, name: string): boolean {
  const words = new Set(wordsOf(text));
  return wordsOf(name).some((word) => words.has(word) || words.has(`${word}s`));
}

function wordsOf(text: string): string[] {
  return searchableText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function toSentence(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}
