import { type Clues, findCompany } from './find-company.ts';
import { findName } from './find-name.ts';
import { findTitle } from './find-title.ts';
import type { FoundLine } from './line-groups.ts';
import type { CardLine } from './words-to-lines.ts';

export interface Person {
  readonly name: FoundLine | undefined;
  readonly title: FoundLine | undefined;
  readonly company: FoundLine | undefined;
}

/** Who, what they do, and where, of the lines that are nothing else. What two lines could be is left out. */
export function findPerson(lines: readonly CardLine[], clues: Clues): Person {
  const company = findCompany(lines, clues);
  const others = lines.filter((line) => company?.lines.includes(line) !== true);
  const name = findName(others, clues, company !== undefined);
  const left = others.filter((line) => name?.lines.includes(line) !== true);
  return { name, title: findTitle(left, name, company !== undefined), company };
}
