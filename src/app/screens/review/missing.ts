import type { Person } from '../../../domain/person.ts';

/** One thing that may be missing of somebody, and the short answer that it takes. */
export interface Question {
  readonly key: string;
  /** On its chip. */
  readonly chip: string;
  /** Beside the field, after the name: "Dana's email". */
  readonly label: (name: string) => string;
  readonly example: string;
  /** Where the answer goes: onto the tag, or among what the agent knows. */
  readonly goes:
    | { readonly to: 'tag'; readonly field: 'name' | 'phone' | 'email' }
    | { readonly to: 'detail'; readonly kind: 'common' | 'restaurant' | 'work' | 'home' | 'kids' };
}

const detail = (kind: Extract<Question['goes'], { to: 'detail' }>['kind']) =>
  ({ to: 'detail', kind }) as const;
const tag = (field: Extract<Question['goes'], { to: 'tag' }>['field']) => ({ to: 'tag', field }) as const;

/**
 * The same for everybody and in the same order, whoever they are: nobody is asked more about than another. First how
 * to reach somebody, then what makes two people like each other.
 */
export const questions: readonly Question[] = [
  { key: 'name', chip: 'Name', label: () => 'Their name', example: 'First and last', goes: tag('name') },
  {
    key: 'email',
    chip: 'Email',
    label: (name) => `${name}’s email`,
    example: 'name@example.com',
    goes: tag('email'),
  },
  {
    key: 'phone',
    chip: 'Phone',
    label: (name) => `${name}’s phone`,
    example: '231 555 0142',
    goes: tag('phone'),
  },
  {
    key: 'common',
    chip: 'In common',
    label: (name) => `What you and ${name} have in common`,
    example: 'We both grew up on a farm',
    goes: detail('common'),
  },
  {
    key: 'restaurant',
    chip: 'Favorite restaurant',
    label: (name) => `${name}’s favorite restaurant`,
    example: 'The ramen place on Main',
    goes: detail('restaurant'),
  },
  {
    key: 'work',
    chip: 'Work',
    label: (name) => `What ${name} does for work`,
    example: 'Nurse at the county hospital',
    goes: detail('work'),
  },
  {
    key: 'home',
    chip: 'Home',
    label: (name) => `How ${name} lives`,
    example: 'Rents, lease up in May',
    goes: detail('home'),
  },
  {
    key: 'kids',
    chip: 'Kids',
    label: (name) => `${name}’s kids`,
    example: 'Two kids: Ana and Luis',
    goes: detail('kids'),
  },
];

/** What nobody has answered yet, in the order of the questions. */
export function listMissing(person: Person): readonly Question[] {
  return questions.filter((question) => !isAnswered(question, person));
}

function isAnswered({ goes }: Question, person: Person): boolean {
  if (goes.to === 'tag') {
    if (goes.field === 'name') return person.name !== '';
    return (goes.field === 'phone' ? person.phones : person.emails).length > 0;
  }
  const isOnTag = goes.kind === 'work' && (person.company !== '' || person.title !== '');
  return isOnTag || person.details.some(({ kind }) => kind === goes.kind);
}
