import * as z from 'zod/mini';
import { isObject } from '../../domain/json.ts';
import { textOf } from '../../domain/person.ts';
import { entriesOf } from '../../domain/row.ts';
import type { templateWays } from '../../domain/table-words.ts';
import type { StoreContext } from '../context.ts';
import { readMeta } from '../meta.ts';
import { isStoredDeleted, type StoredRow } from '../stored-row.ts';

/** What the agent's words can be written for. */
export const wordsWays = [
  'text',
  'email',
  'whatsapp',
] as const satisfies readonly (typeof templateWays)[number][];
export type WordsWay = (typeof wordsWays)[number];

/** The agent's own words for a hello. */
export interface Template {
  readonly id: string;
  readonly way: WordsWay;
  /** BCP 47. */
  readonly language: string;
  /** '' for what has none. */
  readonly subject: string;
  readonly text: string;
}

/** Who writes; '' for what nobody said. */
export interface Me {
  readonly name: string;
  readonly company: string;
  readonly email: string;
}

/** All that the words of a hello are made of, but for the other person. */
export interface HelloFacts {
  readonly me: Me;
  /** Of each way and language one. */
  readonly templates: readonly Template[];
}

/** The key in `meta` of the address that the agent was asked for. */
export const ownEmailKey = 'ownEmail';
const ownEmailSchema = z.object({ email: z.string() });

export function helloQueries({ db }: StoreContext) {
  return {
    async readHelloFacts(): Promise<HelloFacts> {
      const [profiles, rows, connection, own] = await Promise.all([
        db.profile.toArray(),
        db.template.toArray(),
        readMeta(db, 'connection'),
        db.meta.get(ownEmailKey),
      ]);
      const card = profiles.find((row) => !isStoredDeleted(row));
      const asked = ownEmailSchema.safeParse(own?.value);
      return {
        me: {
          name: textOf(card?.values['name']) || connection?.name || '',
          company: textOf(card?.values['company']),
          email: (asked.success && asked.data.email) || connection?.email || emailOf(card),
        },
        templates: newestOfEach(rows.flatMap(rowToTemplate)),
      };
    },
  };
}

function emailOf(card: StoredRow | undefined): string {
  const value = entriesOf(card?.values ?? {}, 'email')[0]?.value ?? null;
  return isObject(value) ? textOf(value['typed']) : '';
}

/** Nothing for one that was taken back. */
export function rowToTemplate(row: StoredRow): Template[] {
  const { values, id } = row;
  const way = wordsWays.find((known) => known === values['way']);
  if (way === undefined || isStoredDeleted(row)) return [];
  const [language, subject, text] = ['language', 'subject', 'text'].map((key) => textOf(values[key]));
  return [{ id, way, language: language ?? '', subject: subject ?? '', text: text ?? '' }];
}

/** Two devices may each have made one: a row's id sorts by its time. */
function newestOfEach(templates: readonly Template[]): Template[] {
  const sorted = [...templates].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...new Map(sorted.map((one) => [`${one.way} ${one.language}`, one])).values()];
}
