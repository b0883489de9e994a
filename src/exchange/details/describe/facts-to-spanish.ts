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

const numbers = 'Sin Un Dos Tres Cuatro Cinco Seis Siete Ocho Nueve Diez'.split(' ');
const fallbacks = {
  single: 'sin pareja',
  married: 'con matrimonio',
  partner: 'con pareja',
  engaged: 'con boda en camino',
  separated: 'en separación',
  divorced: 'con divorcio',
  widowed: 'en viudez',
} as const;

export function factsToSpanish(facts: DetailFacts): string {
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

/** In the word that was said, which has the gender that the facts do not know: "Casada con Miguel", "Novio: Paco". */
function partnerToText({ status, said, name }: PartnerFacts): string {
  if (status === 'not-married') return 'Sin casarse';
  const isRelation = /^(?:espos|marido|mujer|señora|senora|novi|pareja|prometid|cónyuge|conyuge)/.test(said);
  if (isRelation) return name === undefined ? `Con ${said}` : `${toSentence(said)}: ${name}`;
  const word = /^(?:casad|solter|divorciad|separad|viud|comprometid)/.test(said) ? said : fallbacks[status];
  if (name === undefined) return toSentence(word);
  return word === said ? `${toSentence(word)} con ${name}` : `${toSentence(word)}: ${name}`;
}

function kidsToText({ count, kids, isExpecting }: KidsFacts): string {
  if (isExpecting && (count === undefined || count === 0))
    return count === 0 ? 'Esperan su primer bebé' : 'Esperan un bebé';
  const base =
    count === undefined
      ? 'Tiene hijos'
      : count === 0
        ? 'Sin hijos'
        : count === 1
          ? 'Un hijo o hija'
          : `${numbers[count] ?? count} hijos`;
  const named = kids.map(kidToText).join(' y ');
  return `${base}${named === '' ? '' : `: ${named}`}${isExpecting ? ', esperan otro' : ''}`;
}

function kidToText({ name, age }: Kid): string {
  if (name === undefined) return age ?? '';
  return age === undefined ? name : `${name} (${age})`;
}

function petToText({ count, animal, names }: PetFacts): string {
  if (count === 0) return animal === 'pet' ? 'Sin mascotas' : `Sin ${animal}`;
  const many = /[aeiou]$/.test(animal) || animal.includes(' ') ? `${animal}s` : `${animal}es`;
  const base = count === 1 ? toSentence(animal) : `${numbers[count] ?? count} ${many}`;
  return names.length === 0 ? base : `${base}: ${names.join(' y ')}`;
}

const rolesInSpanish = { owner: 'Negocio propio', manager: 'Gerente', retired: 'Jubilación' } as const;

function workToText({ role, trade, place }: WorkFacts): string {
  if (role === 'employee') return employeeToText(trade, place);
  if (role === 'owner' && trade !== undefined) return `${toSentence(trade)} por su cuenta`;
  const said = role === 'retired' && trade !== undefined ? `, ${trade}` : '';
  return `${rolesInSpanish[role]}${said}${place === undefined ? '' : `: ${place}`}`;
}

function employeeToText(trade: string | undefined, place: string | undefined): string {
  if (trade === undefined) return place === undefined ? 'Con empleo' : `Trabaja en ${place}`;
  return place === undefined ? toSentence(trade) : `${toSentence(trade)}: ${place}`;
}

function townToText({ stay, from, since }: TownFacts): string {
  const base = stay === 'new' ? 'Recién en la ciudad' : stay === 'long' ? 'Vive aquí hace mucho' : undefined;
  const origin = from === undefined ? undefined : base === undefined ? `De ${from}` : `de ${from}`;
  const when =
    since === undefined ? undefined : /\d (?:a|m|s|d)/.test(since) ? `hace ${since}` : `desde ${since}`;
  return [base, origin, when].filter((part) => part !== undefined).join(', ');
}

function homeToText({ tenure, until }: HomeFacts): string {
  if (tenure === 'owns') return 'Casa propia';
  return until === undefined ? 'Renta' : `Renta, contrato hasta ${until}`;
}
