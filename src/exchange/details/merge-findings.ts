import type { PartnerFacts, PetFacts, WorkFacts } from './detail-facts.ts';
import type { Finding } from './finding.ts';
import { isDogBreed } from './rules/animal-words.ts';
import { mergeKids } from './rules/merge-kids.ts';
import { mergeTown } from './rules/merge-town.ts';
import type { KidsMention } from './rules/read-kids.ts';

/** One detail of what a note says twice or in pieces: one partner, one number of kids, each pet once. */
export function mergeFindings(found: readonly Finding[]): Finding[] {
  const of = (kind: Finding['kind']) => found.filter((one) => one.kind === kind);
  const rest = (
    ['restaurant', 'common', 'wants', 'knows', 'touch', 'phone', 'email', 'address'] as const
  ).flatMap((kind) => withoutTwins(of(kind)));
  const homes = mergeHome(of('home'));
  const isHomeOwner = homes.some(({ facts }) => facts?.kind === 'home' && facts.tenure === 'owns');
  const works = mergeWork(of('work')).filter(
    ({ facts }) => !(isHomeOwner && facts?.kind === 'work' && isPlainOwner(facts)),
  );
  return [
    ...mergePartner(of('partner')),
    ...mergeKids(found.filter((one): one is KidsMention => 'kids' in one)),
    ...mergePets(of('pets')),
    ...works,
    ...mergeTown(of('town')),
    ...homes,
    ...rest,
  ];
}

/** "Es dueño, compró en otoño": of the home, not of a business. */
function isPlainOwner({ role, trade, place }: WorkFacts): boolean {
  return role === 'owner' && trade === undefined && place === undefined;
}

/** What tells more first: "engaged" says more than "not married", "divorced" more than "single". */
const strength = [
  'widowed',
  'divorced',
  'separated',
  'engaged',
  'married',
  'partner',
  'single',
  'not-married',
];

function mergePartner(found: readonly Finding[]): Finding[] {
  const facts = found.flatMap((one) =>
    one.facts?.kind === 'partner' ? [{ finding: one, facts: one.facts }] : [],
  );
  const isNow = facts.some(
    (one) =>
      one.facts.status === 'partner' || one.facts.status === 'engaged' || one.facts.status === 'married',
  );
  const current = isNow ? facts.filter((one) => one.facts.status !== 'single') : facts;
  const again = current.find((one) => one.facts.said === 'remarried' || one.facts.said === 'se');
  const [best] =
    again !== undefined
      ? [again]
      : [...current].sort((a, b) => strength.indexOf(a.facts.status) - strength.indexOf(b.facts.status));
  if (best === undefined) return [];
  const named = current.find((one) => one.facts.name !== undefined && canBear(best.facts, one.facts));
  const merged: PartnerFacts =
    named?.facts.name === undefined ? best.facts : { ...best.facts, name: named.facts.name };
  return [{ ...(named ?? best).finding, facts: merged }];
}

/** "engaged … her fiancé Paul", "married … wife is Carol" */
function canBear(best: PartnerFacts, other: PartnerFacts): boolean {
  const couple = ['married', 'engaged', 'partner'];
  return best.status === other.status || (couple.includes(best.status) && couple.includes(other.status));
}

function mergePets(found: readonly Finding[]): Finding[] {
  const pets: { finding: Finding; facts: PetFacts }[] = [];
  for (const finding of found) {
    if (finding.facts?.kind !== 'pets') continue;
    const facts = finding.facts;
    const index = pets.findIndex((one) => isSamePet(one, { finding, facts }));
    const known = pets[index];
    if (known === undefined) pets.push({ finding, facts });
    else pets[index] = joinPets(known, { finding, facts });
  }
  return pets.map(({ finding, facts }) => ({ ...finding, facts }));
}

interface FoundPet {
  readonly finding: Finding;
  readonly facts: PetFacts;
}

const plainAnimals = /^(?:dog|puppy|perro|perra|perrito|perrita)$/;

/** Said again by the same word, or "her dog Max, a German shepherd" directly after. */
function isSamePet(known: FoundPet, said: FoundPet): boolean {
  if ((known.facts.count === 0) !== (said.facts.count === 0)) return false;
  if (known.facts.animal.toLowerCase() === said.facts.animal.toLowerCase()) return true;
  const isBeside =
    said.finding.isListed !== true &&
    isDogBreed(said.facts.animal) &&
    said.facts.count === 1 &&
    known.facts.count === 1;
  return (
    isBeside &&
    plainAnimals.test(known.facts.animal.toLowerCase()) &&
    known.facts.names.length * said.facts.names.length === 0 &&
    !plainAnimals.test(said.facts.animal)
  );
}

function joinPets(known: FoundPet, said: FoundPet): FoundPet {
  const isBreed =
    plainAnimals.test(known.facts.animal.toLowerCase()) && !plainAnimals.test(said.facts.animal);
  return {
    finding: { ...known.finding, end: Math.max(known.finding.end, said.finding.end) },
    facts: {
      ...known.facts,
      animal: isBreed ? said.facts.animal : known.facts.animal,
      count: Math.max(known.facts.count, said.facts.count),
      names: [...new Set([...known.facts.names, ...said.facts.names])],
    },
  };
}

/** The same place twice is one job; a role without a place goes with one that has it. */
function mergeWork(found: readonly Finding[]): Finding[] {
  const works = joinSelf(
    found.flatMap((finding) => (finding.facts?.kind === 'work' ? [{ finding, facts: finding.facts }] : [])),
  );
  return works
    .filter(
      ({ facts }, index) =>
        !works.some(
          (other, at) =>
            at !== index && isWithin(facts, other.facts) && (at < index || !isWithin(other.facts, facts)),
        ),
    )
    .map(({ finding }) => finding);
}

interface FoundWork {
  readonly finding: Finding;
  readonly facts: WorkFacts;
}

/** "electrician, works for himself" is one thing: an owner by trade. */
function joinSelf(works: readonly FoundWork[]): readonly FoundWork[] {
  const self = works.findIndex(
    ({ facts }) => facts.role === 'owner' && facts.place === undefined && facts.trade === undefined,
  );
  const trade = works.findIndex(
    ({ facts }) => facts.role === 'employee' && facts.place === undefined && facts.trade !== undefined,
  );
  const [own, done] = [works[self], works[trade]];
  if (own === undefined || done?.facts.trade === undefined) return works;
  const facts: WorkFacts = { ...own.facts, trade: done.facts.trade };
  const start = Math.min(own.finding.start, done.finding.start);
  const end = Math.max(own.finding.end, done.finding.end);
  const joined = { finding: { ...own.finding, facts, start, end }, facts };
  return works.flatMap((one, index) => (index === self ? [joined] : index === trade ? [] : [one]));
}

function isWithin(facts: WorkFacts, other: WorkFacts): boolean {
  const isSameRole = facts.role === other.role || (facts.role === 'employee' && facts.trade === undefined);
  const isSamePlace = facts.place === undefined || facts.place.toLowerCase() === other.place?.toLowerCase();
  return isSameRole && isSamePlace && (facts.trade === undefined || facts.trade === other.trade);
}

/** Who bought a home rents no more, whichever was said first; of two rents the one with its end. */
function mergeHome(found: readonly Finding[]): Finding[] {
  const owned = found.find(({ facts }) => facts?.kind === 'home' && facts.tenure === 'owns');
  const ending = found.find(({ facts }) => facts?.kind === 'home' && facts.until !== undefined);
  const best = owned ?? ending ?? found[0];
  return best === undefined ? [] : [best];
}

function withoutTwins(found: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return found.filter(({ text, on, way }) => {
    const key = `${text?.toLowerCase()} ${on} ${way}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
