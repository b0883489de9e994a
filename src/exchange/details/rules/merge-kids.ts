import type { Kid, KidsFacts } from '../detail-facts.ts';
import type { Finding } from '../finding.ts';
import type { KidsMention } from './read-kids.ts';

/** One detail of all that a note says of kids, at the place of the mention that says most. */
export function mergeKids(mentions: readonly KidsMention[]): Finding[] {
  const [only] = mentions;
  if (only === undefined) return [];
  const kids: Kid[] = [];
  let certain = 0;
  let all: number | undefined;
  let isExpecting = false;
  let isOpen = false;
  const seen = new Set<string>();
  const unnamed = new Set<string>();
  for (const { kids: said } of mentions) {
    const mention = isBabySaidAgain(said, seen) ? { ...said, count: 0 } : said;
    if (mention.isExpecting) {
      isExpecting = true;
      all ??= mention.count;
      continue;
    }
    if (mention.count === undefined && !mention.isAll && mention.named.length < 2) isOpen = true;
    const added = mention.named.filter((kid) => addKid(kids, kid));
    if (mention.isAll) all = mention.count === undefined ? all : Math.max(all ?? 0, mention.count);
    else if (mention.isKnown && unnamed.has(mention.word) && added.length <= 1) unnamed.delete(mention.word);
    else if (
      !(mention.isKnown && (seen.has(mention.word) || mention.word === 'eldest') && added.length === 0)
    ) {
      const isAgain = mention.isKnown && mention.word === 'eldest';
      certain += isAgain ? 0 : Math.max(mention.count ?? 0, added.length);
    }
    if (mention.named.length === 0 && mention.isKnown) unnamed.add(mention.word);
    seen.add(mention.word);
  }
  const count = isOpen && all === undefined ? 0 : Math.max(all ?? 0, certain, kids.length);
  const facts: KidsFacts = {
    kind: 'kids',
    ...(count > 0 || all === 0 ? { count } : {}),
    kids,
    isExpecting,
  };
  return [{ kind: 'kids', facts, ...widest(mentions) }];
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
