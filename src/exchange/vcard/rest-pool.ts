import type { LabelledText } from '../contact-reading.ts';
import { readHandle } from '../handle.ts';
import { toBlocks, type VcardBlock } from './block.ts';
import { type Carried, readCarried } from './carried.ts';
import { escapeText, withoutBreaks } from './escaping.ts';
import { changeProperty, readProperty, type VcardProperty } from './property.ts';
import { noteSeparator } from './read-card.ts';
import { type CarriedBlock, readName } from './read-name.ts';

type EntryField = 'phone' | 'email' | 'address' | 'handle';
type OnceField = 'company' | 'title' | 'note';

/**
 * The kept lines of a card that is written again. One of a value that the contact still has is taken in place of a
 * line made from the contact; one of a value that it has no more is left out; the others leave as they came.
 */
export interface RestPool {
  readonly groups: ReadonlySet<string>;
  /** Undefined: make a line. Without a label, any will do. */
  readonly takeEntry: (field: EntryField, entry: LabelledText) => readonly string[] | undefined;
  /** The lines for a field that a person has once, with `made` where the kept one says something else. */
  readonly takeOnce: (field: OnceField, text: string, made: readonly string[]) => readonly string[];
  /** FN and N, of which one may be missing. `known`: see `readName`. */
  readonly takeName: (name: string, known: readonly string[]) => readonly VcardProperty[];
  /** Without a field of the contact. */
  readonly others: readonly VcardBlock[];
  /** Of fields that the writer's caller does not know. */
  readonly allOf: (field: Carried['field']) => readonly string[];
}

const frameNames = new Set(['BEGIN', 'VERSION', 'END']);

export function openRest(lines: readonly string[]): RestPool {
  const properties = lines.flatMap((line) => {
    const property = readProperty(withoutBreaks(line));
    return property === undefined || frameNames.has(property.name) ? [] : [property];
  });
  const others: VcardBlock[] = [];
  const found: CarriedBlock[] = [];
  for (const block of toBlocks(properties)) {
    const carried = readCarried(block);
    if (carried === undefined) others.push(block);
    else found.push({ block, carried });
  }
  const entries = toEntryQueues(found);
  const ofField = (field: Carried['field']) => found.filter(({ carried }) => carried.field === field);
  return {
    groups: new Set(properties.map(({ group }) => group.toLowerCase())),
    takeEntry: (field, entry) => takeEntry(entries, field, entry),
    takeOnce: (field, text, made) => takeOnce(ofField(field), field, text, made),
    takeName: (name, known) => {
      const names = [...ofField('name'), ...ofField('parts')];
      const isSame = names.length > 0 && readName(names, properties, known) === name;
      return isSame ? names.flatMap(({ block }) => block.properties) : [];
    },
    others,
    allOf: (field) => ofField(field).flatMap(({ block }) => linesOf(block)),
  };
}

export function linesOf({ properties }: VcardBlock): string[] {
  return properties.map(({ line }) => line);
}

function toEntryQueues(found: readonly CarriedBlock[]): Map<string, CarriedBlock[]> {
  const queues = new Map<string, CarriedBlock[]>();
  for (const one of found) {
    const { carried } = one;
    const text = 'entry' in carried ? carried.entry.text : carried.text;
    const key = toKey(carried.field, text);
    const queue = queues.get(key);
    if (queue === undefined) queues.set(key, [one]);
    else queue.push(one);
  }
  return queues;
}

/** The same for two ways of writing one number, address or page. */
function toKey(field: Carried['field'], text: string): string {
  return `${field}:${toSameText(field, text)}`;
}

function toSameText(field: Carried['field'], text: string): string {
  if (field === 'phone') {
    const digits = text.replace(/\D/g, '');
    return digits.length < minSharedDigits ? text : digits.slice(-minSharedDigits);
  }
  if (field === 'handle') {
    const page = (readHandle(text).url ?? text).toLowerCase();
    return page.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  }
  return text.toLowerCase();
}

/** As many last digits as a national number shares with its international form. */
const minSharedDigits = 8;

function takeEntry(
  queues: Map<string, CarriedBlock[]>,
  field: EntryField,
  { text, label }: LabelledText,
): readonly string[] | undefined {
  const queue = queues.get(toKey(field, text)) ?? [];
  const isSame = ({ carried }: CarriedBlock) =>
    label === undefined || !('entry' in carried) || (carried.entry.label ?? '') === label;
  const index = queue.findIndex(isSame);
  const [taken] = index < 0 ? [] : queue.splice(index, 1);
  if (taken === undefined) return undefined;
  const { block, carried } = taken;
  if (!('entry' in carried) || carried.entry.text === text) return linesOf(block);
  return block.properties.map((property) => {
    if (property !== block.main || field === 'address') return property.line;
    return changeProperty(property, property.parameters, escapeText(text)).line;
  });
}

function takeOnce(
  found: readonly CarriedBlock[],
  field: OnceField,
  text: string,
  made: readonly string[],
): readonly string[] {
  const texts = found.map(({ carried }) => ('entry' in carried ? carried.entry.text : carried.text));
  const said = field === 'note' ? texts.join(noteSeparator) : texts[0];
  if (found.length > 0 && said === text) return found.flatMap(({ block }) => linesOf(block));
  const others = field === 'note' || text === '' ? [] : found.slice(1);
  return [...made, ...others.flatMap(({ block }) => linesOf(block))];
}
