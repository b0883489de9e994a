import * as z from 'zod/mini';
import { deviceIdPattern } from '../domain/stamp.ts';
import type { JustmetDatabase } from './database.ts';

/** What this device keeps of itself. */
export interface MetaValues {
  readonly device: { readonly id: string };
  readonly clock: { readonly ms: number; readonly counter: number };
  /** Whom this device's people belong to, once they belong to anybody. */
  readonly connection: {
    readonly accountId: string;
    readonly name: string;
    readonly email: string;
    readonly isSignedIn: boolean;
    /** Another device ended this one: when (ISO 8601), and what that one is called. */
    readonly ended?: { readonly at: string; readonly by: string } | undefined;
  };
  readonly position: {
    readonly head: string | null;
    readonly cursor: number;
    /** When an answer last left nothing unacknowledged and nothing to pull. */
    readonly completeAtMs?: number | undefined;
  };
  /** Set when everything was sent to a contact database again, until somebody has read that. */
  readonly refill: { readonly atMs: number; readonly isRead: boolean };
  readonly region: { readonly code: string };
  /** People whose numbers were saved before they could be read. */
  readonly unread: { readonly people: readonly string[] };
  /** Whether this device remembers where occasions are. */
  readonly places: { readonly isOn: boolean };
  /** Whether recordings go once their text has been read; they stay where nobody said. */
  readonly recordings: { readonly keep: 'all' | 'until-read' };
  /** The language that recordings are spoken in, BCP 47; `auto`: as it is heard. The browser's own where nobody said. */
  readonly spokenLanguage: { readonly tag: string };
  /** Recordings that this device began to write down: one that is still here at a start ended the app, or the app ended first. */
  readonly writingDown: { readonly begun: readonly string[] };
  readonly persistence: { readonly isKept: boolean; readonly askedAtMs: number };
}

type MetaKey = keyof MetaValues;

const metaSchemas: { readonly [Key in MetaKey]: z.ZodMiniType<MetaValues[Key]> } = {
  device: z.object({ id: z.string().check(z.regex(deviceIdPattern)) }),
  clock: z.object({ ms: z.number(), counter: z.number() }),
  connection: z.object({
    accountId: z.string(),
    name: z.string(),
    email: z.string(),
    isSignedIn: z.boolean(),
    ended: z.optional(z.object({ at: z.string(), by: z.string() })),
  }),
  position: z.object({
    head: z.nullable(z.string()),
    cursor: z.number(),
    completeAtMs: z.optional(z.number()),
  }),
  refill: z.object({ atMs: z.number(), isRead: z.boolean() }),
  region: z.object({ code: z.string() }),
  unread: z.object({ people: z.array(z.string()) }),
  places: z.object({ isOn: z.boolean() }),
  recordings: z.object({ keep: z.enum(['all', 'until-read']) }),
  spokenLanguage: z.object({ tag: z.string() }),
  writingDown: z.object({ begun: z.array(z.string()) }),
  persistence: z.object({ isKept: z.boolean(), askedAtMs: z.number() }),
};

/** Undefined when it was never written, or by a version that wrote it otherwise. */
export async function readMeta<Key extends MetaKey>(
  db: JustmetDatabase,
  key: Key,
): Promise<MetaValues[Key] | undefined> {
  return parseMeta(key, (await db.meta.get(key))?.value);
}

export interface Standing {
  readonly connection: MetaValues['connection'] | undefined;
  readonly position: MetaValues['position'] | undefined;
  readonly device: MetaValues['device'] | undefined;
  readonly clock: MetaValues['clock'] | undefined;
}

/** What one answer of the contact database is measured by, at one go. */
export async function readStanding(db: JustmetDatabase): Promise<Standing> {
  const entries = await db.meta.bulkGet(['connection', 'position', 'device', 'clock']);
  const [connection, position, device, clock] = entries.map((entry) => entry?.value);
  return {
    connection: parseMeta('connection', connection),
    position: parseMeta('position', position),
    device: parseMeta('device', device),
    clock: parseMeta('clock', clock),
  };
}

function parseMeta<Key extends MetaKey>(key: Key, value: unknown): MetaValues[Key] | undefined {
  const parsed = metaSchemas[key].safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

export async function writeMeta<Key extends MetaKey>(
  db: JustmetDatabase,
  key: Key,
  value: MetaValues[Key],
): Promise<void> {
  await db.meta.put({ key, value });
}
