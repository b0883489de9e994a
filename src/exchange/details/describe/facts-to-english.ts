import type {
  DetailFacts,
  HomeFacts,
  Kid,
  KidsFacts,
  PartnerFacts,
  PetFacts,
  TownFacts,
  WorkFacts,
} from '../detail-facts.ts';
import { toSentence } from '../to-title.ts';

const numbers = 'No One Two Three Four Five Six Seven Eight Nine Ten'.split(' ');
const statuses = {
  single: 'Single',
  married: 'Married',
  'not-married': 'Not married',
  partner: 'Has a partner',
  engaged: 'Engaged',
  separated: 'Separated',
  divorced: 'Divorced',
  widowed: 'Widowed',
} as const;

export function factsToEnglish(facts: DetailFacts): string {
  switch (facts.kind) {
    case 'partner':
      return partnerToText(facts);
    case 'kids':
      return kidsToText(facts);
    case 'pets':
      return petToText(facts);
    case 'work':
      return workToText(facts);
    case 'town':
      return townToText(facts);
    case 'home':
      return homeToText(facts);
  }
}

function partnerToText({ status, name }: PartnerFacts): string {
  if (name === undefined) return statuses[status];
  if (status === 'partner') return `Partner: ${name}`;
  return `${statuses[status]} to ${name}`;
}

function kidsToText({ count, kids, isExpecting }: KidsFacts): string {
  const coming = isExpecting ? (count === undefined || count === 0 ? 'Expecting' : ', expecting') : '';
  if (isExpecting && (count === undefined || count === 0))
    return count === 0 ? 'Expecting a first child' : coming;
  const base = count === undefined ? 'Has kids' : count === 1 ? 'One kid' : `${numbers[count] ?? count} kids`;
  const named = kids.map(kidToText).join(' and ');
  return `${base}${named === '' ? '' : `: ${named}`}${coming}`;
}

function kidToText({ name, age }: Kid): string {
  if (name === undefined) return age ?? '';
  return age === undefined ? name : `${name} (${age})`;
}

function petToText({ count, animal, names }: PetFacts): string {
  const many = /(?:s|x|sh|ch)$/.test(animal)
    ? `${animal}es`
    : /[^aeiou]y$/.test(animal)
      ? `${animal.slice(0, -1)}ies`
      : `${animal}s`;
  if (count === 0) return `No ${many}`;
  const base = count === 1 ? toSentence(animal) : `${numbers[count] ?? count} ${many}`;
  if (names.length === 0) return base;
  return count === 1 ? `${base} called ${names[0]}` : `${base}: ${names.join(' and ')}`;
}

function workToText({ role, trade, place }: WorkFacts): string {
  if (role === 'owner') return ownerToText(trade, place);
  if (role === 'manager') return place === undefined ? 'Manager' : `Manages ${place}`;
  if (role === 'retired')
    return `Retired${trade === undefined ? '' : ` ${trade}`}${place === undefined ? '' : `, ${place}`}`;
  if (trade === undefined) return place === undefined ? 'Employee' : `Works at ${place}`;
  return place === undefined ? toSentence(trade) : `${toSentence(trade)} at ${place}`;
}

function ownerToText(trade: string | undefined, place: string | undefined): string {
  if (trade !== undefined) return `${toSentence(trade)}, self-employed`;
  return place === undefined ? 'Owner' : `Owns ${place}`;
}

function townToText({ stay, from, since }: TownFacts): string {
  const base = stay === 'new' ? 'New in town' : stay === 'long' ? 'In town for long' : undefined;
  const origin = from === undefined ? undefined : base === undefined ? `From ${from}` : `from ${from}`;
  const when =
    since === undefined
      ? undefined
      : /^(?:this|last)/.test(since)
        ? since
        : /(?:year|month|week|day)s?$/.test(since)
          ? `for ${since}`
          : `since ${since}`;
  return [base, origin, when].filter((part) => part !== undefined).join(', ');
}

function homeToText({ tenure, until }: HomeFacts): string {
  if (tenure === 'owns') return 'Homeowner';
  return until === undefined ? 'Rents' : `Rents, lease up in ${until}`.replace('up in the', 'up at the');
}
