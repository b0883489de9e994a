import type { DetailFacts } from '../../../../src/exchange/details/detail-facts.ts';
import type { DetailSuggestion } from '../../../../src/exchange/details/detail-suggestion.ts';

/** Small letters without accents, single spaces. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Different words for one animal; breeds stay as they are. */
const animals: Readonly<Record<string, string>> = {
  puppy: 'dog',
  perro: 'dog',
  perra: 'dog',
  perrito: 'dog',
  perrita: 'dog',
  cachorro: 'dog',
  'perra mestiza': 'dog',
  'perro mestizo': 'dog',
  kitten: 'cat',
  gato: 'cat',
  gata: 'cat',
  gatito: 'cat',
  gatita: 'cat',
  mascota: 'pet',
  animal: 'pet',
  pets: 'pet',
};

/** The short form of `detail-case.ts`, folded: what is compared of a suggestion. */
export function suggestionToKey({ kind, facts, text, on, way }: DetailSuggestion): string {
  if (facts !== undefined) return fold(factsToKey(facts));
  if (kind === 'touch') return `${on}${way === undefined ? '' : ` ${way}`}`;
  return kind === 'phone' ? text.replace(/\D/g, '') : fold(text);
}

function factsToKey(facts: DetailFacts): string {
  switch (facts.kind) {
    case 'partner':
      return join([facts.status, facts.name]);
    case 'kids': {
      const kids = facts.kids
        .map(({ name, age }) => join([name, age]))
        .sort()
        .join(', ');
      const count = `${facts.count ?? '?'}${kids === '' ? '' : `: ${kids}`}`;
      return `${count}${facts.isExpecting ? '; expecting' : ''}`;
    }
    case 'pets': {
      const animal = animals[fold(facts.animal)] ?? facts.animal;
      return join([
        facts.count === 1 ? undefined : `${facts.count}`,
        animal,
        [...facts.names].sort().join(', ') || undefined,
      ]);
    }
    case 'work':
      return `${join([facts.role, facts.trade])}${facts.place === undefined ? '' : `: ${facts.place}`}`;
    case 'town':
      return join([facts.stay, facts.from && `from ${facts.from}`, facts.since && `since ${facts.since}`]);
    case 'home':
      return join([facts.tenure, facts.until && `until ${facts.until}`]);
  }
}

function join(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}
