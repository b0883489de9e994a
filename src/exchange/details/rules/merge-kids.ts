import type { Kid, KidsFacts } from '../detail-facts.ts';
import type { Finding } from '../finding.ts';
import type { KidsMention } from './read-kids.ts';

/** What the mentions so far add up to. */
interface Tally {
  readonly kids: Kid[];
  /** Of mentions that are of some of the kids: "a son". */
  certain: number;
  /** Of mentions that are of all of them: "three kids". */
  all: number | undefined;
  isExpecting: boolean;
  /** "her sons": nobody said how many. */
  isOpen: boolean;
  readonly seen: Set<string>;
  /** Words of "her daughter", whose name may come later. */
  readonly unnamed: Set<string>;
}

/** One detail of all that a note says of kids, at the place of the mention that says most. */
export function mergeKids(mentions: readonly KidsMention[]): Finding[] {
  if (mentions.length === 0) return [];
  const tally: Tally = {
    kids: [],
    certain: 0,
    all: undefined,
    isExpecting: false,
    isOpen: false,
    seen: new Set(),
    unnamed: new Set(),
  };
  for (const { kids } of mentions) addMention(tally, kids);
  const { kids, certain, all, isExpecting, isOpen } = tally;
  const count = isOpen && all === undefined ? 0 : Math.max(all ?? 0, certain, kids.length);
  const facts: KidsFacts = {
    kind: 'kids',
    ...(count > 0 || all === 0 ? { count } : {}),
    kids,
    isExpecting,
  };
  return [{ kind: 'kids', facts, ...widest(mentions) }];
}

function addMention(tally: Tally, said: KidsMention['kids']): void {
  const mention = isBabySaidAgain(said, tally.seen) ? { ...said, count: 0 } : said;
  if (mention.isExpecting) {
    tally.isExpecting = true;
    tally.all ??= mention.count;
    return;
  }
  if (mention.count === undefined && !mention.isAll && mention.named.length < 2) tally.isOpen = true;
  const added = mention.named.filter((kid) => addKid(tally.kids, kid)).length;
  if (mention.isAll)
    tally.all = mention.count === undefined ? tally.all : Math.max(tally.all ?? 0, mention.count);
  else addSome(tally, mention, added);
  if (mention.named.length === 0 && mention.isKnown) tally.unnamed.add(mention.word);
  tally.seen.add(mention.word);
}

/** "her daughter" may be the one of before; "the oldest" is one of those that are counted elsewhere. */
function addSome(tally: Tally, { isKnown, word, count }: KidsMention['kids'], added: number): void {
  if (isKnown && word === 'eldest') return;
  if (isKnown && tally.unnamed.has(word) && added <= 1) tally.unnamed.delete(word);
  else if (!(isKnown && tally.seen.has(word) && added === 0)) tally.certain += Math.max(count ?? 0, added);
}

/** "a baby, a boy, Theo" */
function isBabySaidAgain({ word, count }: KidsMention['kids'], seen: ReadonlySet<string>): boolean {
  return count === 1 && seen.has('baby') && /^(?:boy|girl)$/.test(word);
}

/** True when it says something new: a name that is known only brings its age. */
function addKid(kids: Kid[], kid: Kid): boolean {
  const known = kids.findIndex(({ name }) => name !== undefined && name === kid.name);
  if (known < 0) kids.push(kid);
  else if (kid.age !== undefined) kids[known] = kid;
  return known < 0;
}

function widest(mentions: readonly KidsMention[]): { readonly start: number; readonly end: number } {
  const [first, ...others] = mentions;
  const score = ({ kids }: KidsMention) => 10 * kids.named.length + (kids.count ?? 0) + (kids.isAll ? 1 : 0);
  const best = others.reduce((most, one) => (score(one) > score(most ?? one) ? one : most), first);
  return { start: best?.start ?? 0, end: best?.end ?? 1 };
}
