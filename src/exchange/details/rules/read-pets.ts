import { type Clause, normAt, normsBefore } from '../clause.ts';
import type { PetFacts } from '../detail-facts.ts';
import { type Finding, type Rule, spanToOffsets } from '../finding.ts';
import { isCapital } from '../name-tokens.ts';
import { animalWords, breedStarts } from './animal-words.ts';
import { isHadAt, isNegatedAt, isPastAt } from './possession.ts';
import { findLaterName, findNameStart, isNameAt, type NameStart, readName } from './read-names.ts';

/** "dog park", "cat scan": no animal that anybody has. */
const notAnimalBefore =
  /\b(?:hot|corn|top|under|raining|lucky|big|guard|prairie|stray|copy|cool|lap|for|like|menudos|tiempo de|estabamos 4|por|neighbor's|neighbor 's|neighbors)$/;
const notAnimalAfter =
  /^(?:park|parks|person|people|food|scan|scans|walker|walkers|sitter|sitting|groomer|grooming|show|shows|lover|lovers|allergy|allergies|friendly|days|house|nap|fight|calientes|caliente|por|beach|treats|trainer|hair|bowl|catcher|barbecue|wings|salad|soup|belgas|lessons|farm|races|racing|eye|eyes|call|calls|house|collar|leash|toy|toys)$/;
const generic = /^(?:pet|pets|mascota|mascotas|animal|animals|animales)$/;
const adjectives =
  /^(?:old|older|little|big|rescue|rescued|black|white|brown|orange|grey|gray|new|sweet|huge|tiny|fat|crazy|cute|giant|small|3 legged|senior|baby|gran|pequeno|pequena|chihuahua|young|golden|\w+-year-old)$/;
const ones = /^(?:a|an|one|another|un|una|otro|otra)$/;

interface Animal {
  readonly first: number;
  readonly next: number;
  readonly word: string;
  readonly count: number;
  readonly determiner: string;
}

/** Pets that the person has, with their names; "no dog" and "no pets" too. */
export const readPets: Rule = (clause) => {
  if (clause.subject === 'other') return [];
  const findings: Finding[] = [];
  for (let index = clause.first; index < clause.next; index++) {
    const animal = readAnimal(clause, index);
    if (animal === undefined) continue;
    const finding = readOne(clause, animal);
    if (finding !== undefined) findings.push(finding);
    index = Math.max(index, animal.next - 1);
  }
  return findings;
};

function readAnimal(clause: Clause, index: number): Animal | undefined {
  const norm = normAt(clause, index);
  if (!generic.test(norm) && !animalWords.has(norm)) return undefined;
  const next = endOfAnimal(clause, index);
  const nameFirst = backWhile(clause, index, (one) => breedStarts.has(one));
  if (!isAnimalThere(clause, nameFirst, next)) return undefined;
  const word = toSingular(clause, nameFirst, next);
  const first = backWhile(clause, nameFirst, (one) => adjectives.test(one));
  return { ...readDeterminer(clause, first), next, word };
}

function endOfAnimal(clause: Clause, index: number): number {
  let next = index + 1;
  while (next < clause.next && animalWords.has(normAt(clause, next)) && !isCapitalAlone(clause, next)) next++;
  return /^(?:mix|aleman|mestizo|mestiza|pig)$/.test(normAt(clause, next)) ? next + 1 : next;
}

function backWhile(clause: Clause, index: number, isPart: (norm: string) => boolean): number {
  let first = index;
  while (first > clause.first && isPart(normAt(clause, first - 1))) first--;
  return first;
}

/** Neither "hot dogs" nor "cat scan" nor "dog's". */
function isAnimalThere(clause: Clause, first: number, next: number): boolean {
  const after = normAt(clause, next);
  if (notAnimalBefore.test(normsBefore(clause, first, 2)) || notAnimalAfter.test(after)) return false;
  return after !== "'s" || normAt(clause, next + 1) === 'name';
}

/** "a", "her", "her two": one or how many, and whose. */
function readDeterminer(clause: Clause, index: number): Pick<Animal, 'first' | 'count' | 'determiner'> {
  const { theirs } = clause.words;
  const determiner = index > clause.first ? normAt(clause, index - 1) : '';
  const isCounted = /^\d+$/.test(determiner);
  const isPart = isCounted || ones.test(determiner) || theirs.has(determiner);
  const first = isPart ? index - 1 : index;
  const count = isCounted ? Number(determiner) : 1;
  const owner = normAt(clause, first - 1);
  if (isCounted && theirs.has(owner)) return { first: first - 1, count, determiner: owner };
  return { first, count, determiner };
}

/** "a dog, Lab": a second animal with a capital could be a name. */
function isCapitalAlone({ tokens }: Clause, index: number): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]];
  return before !== undefined && token !== undefined && isCapital(token) && !isCapital(before);
}

function toSingular({ tokens }: Clause, first: number, next: number): string {
  return tokens
    .slice(first, next)
    .map(({ text, norm }) => {
      const single = animalWords.get(norm);
      return single === undefined || single === norm ? text : single;
    })
    .join(' ');
}

function readOne(clause: Clause, animal: Animal): Finding | undefined {
  const { first, next, word, determiner } = animal;
  const isGeneric = generic.test(word);
  const isTheirs = clause.words.theirs.has(determiner);
  const isRemark = clause.subject === 'kid' && normAt(clause, first - 1) === ',';
  const isPersonal = clause.subject === 'person' || isRemark;
  if (isPersonal && isPlainlyNegated(clause, first)) {
    return toFinding(clause, first - 1, next, {
      kind: 'pets',
      count: 0,
      animal: isGeneric ? 'pet' : word,
      names: [],
    });
  }
  if (isGeneric || isNegatedAt(clause, first) || isPastAt(clause, first) || isGone(clause, next))
    return undefined;
  if (/\b(?:lost|buried|losing|miss|misses|perdio|extrana)$/.test(normsBefore(clause, first, 1)))
    return undefined;
  if (clause.words.mine.has(normAt(clause, first - 1))) return undefined;
  const isHers = /\b(?:hers|his|dog|dogs|cat|cats|perro|perra|gato|gata) (?:is|are|es|son)$/.test(
    normsBefore(clause, first, 2),
  );
  const isBare = determiner !== '' && !isTheirs && !ones.test(determiner) && !/^\d/.test(determiner);
  const isFragment = !isBare || isStart(clause, first);
  const isHad = isTheirs || isHers || (isPersonal && isFragment && isHadAt(clause, first));
  if (!isHad) return undefined;
  const named = readPetNames(clause, next, animal.count);
  const count = Math.max(animal.count, named.names.length);
  const isListed = clause.words.ands.has(normAt(clause, first - 1));
  return {
    ...toFinding(clause, first, named.next, { kind: 'pets', count, animal: word, names: named.names }),
    isListed,
  };
}

function isStart(clause: Clause, first: number): boolean {
  return first === clause.first || /^(?:,|has|tiene|tienen|have|con|with)$/.test(normAt(clause, first - 1));
}

/** "no dogs", "does not have a dog", "no tiene perro", "ni perro". */
function isPlainlyNegated(clause: Clause, first: number): boolean {
  const before = normsBefore(clause, first, 4);
  const after = normAt(clause, first);
  return (
    /\b(?:no|without|any|not have|not own|never had|no tiene|no tienen|sin|ni|nada de)$/.test(before) &&
    !/^(?:the|el|la)$/.test(after) &&
    !/\b(?:not (?:want|like)|no (?:quiere|le gustan?))\b/.test(before)
  );
}

function isGone(clause: Clause, next: number): boolean {
  const after = clause.tokens
    .slice(next, next + 5)
    .map(({ norm }) => norm)
    .join(' ');
  return /\b(?:died|passed|murio|murieron|ran away|fallecio)\b|^(?:down|to sleep)\b/.test(after);
}

function readPetNames(clause: Clause, next: number, count: number): { names: string[]; next: number } {
  const start = startOfNames(clause, next);
  const names: string[] = [];
  let end = next;
  let { index } = start;
  while (isNameAt(clause, index, names.length > 0 && count > 1 ? 'called' : start.lead)) {
    const read = readName(clause, index);
    names.push(read.name);
    end = read.next;
    if (
      count < 2 &&
      !/^and (?:another|one) (?:named|called)$/.test(
        clause.tokens
          .slice(end, end + 3)
          .map(({ norm }) => norm)
          .join(' '),
      )
    )
      break;
    if (count < 2) {
      index = end + 3;
      continue;
    }
    index = read.next;
    if (normAt(clause, index) === ',') index++;
    if (/^(?:and|y|e)$/.test(normAt(clause, index))) index++;
    if (index === read.next) break;
  }
  return { names, next: end };
}

/** "called Captain", or "a parrot that swears his name is Captain". */
function startOfNames(clause: Clause, next: number): NameStart {
  const start = findNameStart(clause, next);
  return isNameAt(clause, start.index, start.lead) ? start : (findLaterName(clause, next) ?? start);
}

function toFinding(clause: Clause, first: number, next: number, facts: PetFacts): Finding {
  return { kind: 'pets', facts, ...spanToOffsets(clause, { first: Math.max(first, 0), next }) };
}
