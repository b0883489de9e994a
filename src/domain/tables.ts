import * as z from 'zod/mini';
import { detailKinds } from './detail-kinds.ts';
import { isStorable } from './is-storable.ts';
import {
  cardTokenPattern,
  hashPattern,
  maxFileBytes,
  maxLineLength,
  maxNoteLength,
  maxRecordingSeconds,
  maxVisitorMessageLength,
  mediaTypePattern,
} from './limits.ts';
import type { FieldKey, FieldValues, TableName } from './row.ts';
import { rowIdSchema } from './row-id.ts';
import { deviceIdPattern, stampPattern } from './stamp.ts';
import {
  fileKinds,
  rhythmUnits,
  tagColours,
  templateWays,
  touchWays,
  visitorAnswers,
} from './table-words.ts';

const line = z.string().check(z.maxLength(maxLineLength), isStorable);
const time = z.iso.datetime();
const tombstone = z.nullable(
  z.record(z.string().check(z.regex(deviceIdPattern)), z.string().check(z.regex(stampPattern))),
);

/** An entry's own word for itself: "work". */
const label = z.optional(line);
/** BCP 47, as far as it is asked for: `es`, `pt-BR`. */
const language = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is no language'));

/** A name of the IANA time zone database: `America/Detroit`. Whether it is one, whoever reads it finds out. */
const zone = z.nullable(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/, 'is no time zone')));
/** Of a day, on the wall's clock. */
const clockTime = z.nullable(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time of day')));

const heard = z.nullable(z.string().check(z.maxLength(maxNoteLength), isStorable));

/** E.164: a plus sign and at most fifteen digits. */
const e164 = z.string().check(z.regex(/^\+[1-9]\d{1,14}$/));

/** Of which somebody, and the agent's own card, may have several. */
const waysToReach = {
  phone: z.strictObject({ typed: line, e164: z.optional(e164), label }),
  email: z.strictObject({ typed: line, label }),
  handle: z.strictObject({ typed: line, network: z.optional(line), url: z.optional(line) }),
  address: z.strictObject({ typed: line, label }),
};

interface TableDefinition {
  readonly fields: Readonly<Record<string, z.ZodMiniType>>;
  /** Multi-valued fields: the shape of one entry. */
  readonly entries: Readonly<Record<string, z.ZodMiniType>>;
  /**
   * The fields that may leave the account: by an export, an address book, a shared view. All others are the agent's
   * private memory, and leave only when the agent says so for that one time. Every way out asks (domain/leaving.ts).
   */
  readonly leaving: readonly string[];
}

export const tableDefinitions: Readonly<Record<TableName, TableDefinition>> = {
  person: {
    fields: {
      name: line,
      company: line,
      /** What the person does there: "Owner". */
      title: line,
      /** That a hello is written in. */
      language: z.nullable(language),
      /** What came on another program's card and belongs in no field: vCard content lines (RFC 2426), a line each. */
      cardLines: z.string().check(z.maxLength(maxNoteLength), isStorable),
      metAt: time,
      occasion: z.nullable(rowIdSchema),
      lookedAt: z.nullable(time),
      /** An id that those who live under one roof share: the agent said so, never the app. */
      household: z.nullable(rowIdSchema),
      /** When somebody last noted something: with it, a note keeps a person who was deleted elsewhere (S-12). */
      notedAt: time,
      /** It came out of a file of contacts: nobody met this person on that day. */
      isImported: z.boolean(),
      /** When to be in touch next, a day in this person's own time zone, and how. Null where nobody said. */
      next: z.nullable(z.strictObject({ on: z.iso.date(), way: z.optional(z.enum(touchWays)) })),
      /** How often this person is to hear from the agent, counted from the last touch, or from the day it was said. */
      rhythm: z.nullable(
        z.strictObject({
          every: z.int().check(z.gte(1), z.lte(400)),
          unit: z.enum(rhythmUnits),
          from: z.iso.date(),
        }),
      ),
      /** Where this person lives; null: where the agent does. */
      zone,
      /** What the spaced recall of this person's details knows (domain/recall.ts). */
      recall: z.nullable(
        z.strictObject({
          due: time,
          stability: z.number(),
          difficulty: z.number(),
          reps: z.int().check(z.gte(0)),
          lapses: z.int().check(z.gte(0)),
          state: z.int().check(z.gte(0), z.lte(3)),
          steps: z.int().check(z.gte(0)),
          seenAt: time,
        }),
      ),
      /**
       * Of somebody who turned out to be another person of the agent's, and was put into them: what went over, so that
       * it can be taken apart again. The row itself is deleted.
       */
      merged: z.nullable(
        z.strictObject({
          into: rowIdSchema,
          rows: z.array(rowIdSchema),
          /** The fields of the other that it filled or changed, with what stood there before. */
          before: z.record(z.string().check(z.maxLength(maxLineLength)), z.json()),
        }),
      ),
      deleted: tombstone,
    },
    entries: {
      ...waysToReach,
      /** Somebody who looks like this person and is another: not to be asked about again. */
      apart: z.strictObject({ person: rowIdSchema }),
      /** What the agent knows about somebody: "Two kids: Ana (4) and Luis (7)". */
      detail: z.strictObject({
        kind: z.enum(detailKinds),
        text: line,
        /** The note that it was kept from, and the words that were suggested there, where the agent put them right. */
        note: z.optional(rowIdSchema),
        suggested: z.optional(line),
        /** The day that it speaks of (ISO 8601, in the agent's own calendar): when to be in touch, a birthday. */
        on: z.optional(z.iso.date()),
        way: z.optional(z.enum(touchWays)),
      }),
    },
    leaving: [
      'name',
      'company',
      'title',
      'metAt',
      'occasion',
      'phone',
      'email',
      'handle',
      'address',
      'next',
      'rhythm',
    ],
  },
  note: {
    fields: {
      person: rowIdSchema,
      /** By hand alone. Empty in a voice note whose words nobody has put right: then its recordings tell. */
      text: z.string().check(z.maxLength(maxNoteLength), isStorable),
      writtenAt: time,
      /** When a person last saw what became of its recordings; null, or absent, while nobody has. */
      readAt: z.nullable(time),
      deleted: tombstone,
    },
    entries: {
      /** A detail that was suggested from this note and is not to be suggested again. */
      aside: z.strictObject({ kind: z.enum(detailKinds), text: line }),
    },
    leaving: [],
  },
  occasion: {
    fields: {
      name: line,
      colour: z.enum(tagColours),
      /** Until then everybody who is met is met here; null where nobody said. */
      until: z.nullable(time),
      /** WGS 84 degrees, and how exact in metres; only where the agent agreed. */
      place: z.nullable(
        z.strictObject({
          latitude: z.number().check(z.gte(-90), z.lte(90)),
          longitude: z.number().check(z.gte(-180), z.lte(180)),
          accuracy: z.number().check(z.gte(0), z.lte(50_000_000)),
        }),
      ),
      /** The day that it is on again; null where nobody said. */
      again: z.nullable(z.iso.date()),
      deleted: tombstone,
    },
    entries: {},
    leaving: ['name', 'colour', 'until', 'again'],
  },
  touch: {
    fields: {
      person: rowIdSchema,
      way: z.enum(touchWays),
      /** Null while it is still to do. */
      at: z.nullable(time),
      /** What it was about where a person has several: a handle's network. */
      about: line,
      deleted: tombstone,
    },
    entries: {},
    leaving: ['person', 'way', 'at', 'about'],
  },
  /** The agent's own card. */
  profile: {
    fields: {
      /** What the agent calls it: "Work". */
      label: line,
      name: line,
      company: line,
      title: line,
      /** Of its public page, `/c/<token>`; null while it has none. */
      token: z.nullable(z.string().check(z.regex(cardTokenPattern, 'is no token of a card'))),
      deleted: tombstone,
    },
    entries: waysToReach,
    leaving: ['label', 'name', 'company', 'title', 'token', 'phone', 'email', 'handle', 'address'],
  },
  /** The agent's own words for a hello, with `{first name}` and the like (exchange/fill-template.ts). */
  template: {
    fields: {
      way: z.enum(templateWays),
      language,
      subject: line,
      text: z.string().check(z.maxLength(maxNoteLength), isStorable),
      deleted: tombstone,
    },
    entries: {},
    leaving: ['way', 'language', 'subject', 'text'],
  },
  /** Somebody who sent their own details by the public page of a card: to be confirmed, and nobody's person yet. */
  visitor: {
    fields: {
      profile: rowIdSchema,
      name: line,
      company: line,
      message: z.string().check(z.maxLength(maxVisitorMessageLength), isStorable),
      sentAt: time,
      /** Null, or absent, while nobody has answered. */
      answer: z.nullable(z.enum(visitorAnswers)),
      deleted: tombstone,
    },
    entries: {
      phone: z.strictObject({ typed: line, e164: z.optional(e164) }),
      email: z.strictObject({ typed: line }),
    },
    leaving: [],
  },
  /** A picture or a recording; its bytes are apart from rows, under their hash (docs/sync.md S-23). */
  file: {
    fields: {
      person: rowIdSchema,
      kind: z.enum(fileKinds),
      type: z.string().check(z.regex(mediaTypePattern, 'is no picture and no recording')),
      hash: z.string().check(z.regex(hashPattern, 'is not a SHA-256')),
      bytes: z.int().check(z.gte(1), z.lte(maxFileBytes)),
      takenAt: time,
      /** The note that a recording belongs to. */
      note: z.nullable(rowIdSchema),
      /** How long a recording is: files of some recorders do not tell. */
      seconds: z.nullable(z.number().check(z.gte(0), z.lte(maxRecordingSeconds))),
      /** Something ended a recording before its maker did: what is here is what was saved so far. */
      isCutOff: z.boolean(),
      /**
       * The words of a recording, each way of writing them down in a field of its own, so that none overwrites
       * another; null, or absent, while it has not been tried, empty where no word was heard.
       */
      heardLive: heard,
      heardOnDevice: heard,
      heardByServer: heard,
      deleted: tombstone,
    },
    entries: {},
    leaving: [],
  },
  /** What the agent chose, for all devices: one row, of `preferenceId`. */
  preference: {
    fields: {
      zone,
      /** When to be reminded of the day's people, and of who is due; null: never. */
      evening: clockTime,
      morning: clockTime,
      /** Whether a reminder on a lock screen may name people. */
      namesShown: z.boolean(),
      deleted: tombstone,
    },
    entries: {
      /** A question to ask at an occasion; of one that came with the app, its words changed, or gone where empty. */
      question: z.strictObject({ text: line }),
    },
    leaving: [],
  },
  /** What people call a device of theirs: "changed on your iPhone". `device` is the id in its stamps. */
  device: {
    fields: { device: z.string().check(z.regex(deviceIdPattern)), name: line, deleted: tombstone },
    entries: {},
    leaving: [],
  },
};

/** What is wrong with one field's value, for people and for programs. */
export interface FieldProblem {
  readonly field: string;
  readonly detail: string;
}

/** Checks an edit's values against the table's definition. No problems: an empty list. */
export function findFieldProblems(table: TableName, values: FieldValues): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const field of Object.keys(values)) problems.push(...findValueProblems(table, field, values[field]));
  return problems;
}

function findValueProblems(table: TableName, field: FieldKey, value: unknown): readonly FieldProblem[] {
  const { fields, entries } = tableDefinitions[table];
  const slash = field.indexOf('/');
  const isEntry = slash > 0 && entryIdPattern.test(field.slice(slash + 1));
  const holder = isEntry ? entries : fields;
  const name = isEntry ? field.slice(0, slash) : field;
  const schema = Object.hasOwn(holder, name) ? holder[name] : undefined;
  if (schema === undefined) return [{ field, detail: `A ${table} has no such field.` }];
  if (isEntry && value === null) return noProblems;
  const parsed = schema.safeParse(value);
  if (parsed.success) return noProblems;
  return parsed.error.issues.map((issue) => ({
    field: [field, ...issue.path.map(String)].join('.'),
    detail: issue.message,
  }));
}

const noProblems: readonly FieldProblem[] = [];
const entryIdPattern = /^[0-9a-z]{8,22}$/;
