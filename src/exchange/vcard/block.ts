import { unescapeText } from './escaping.ts';
import { readWrittenLabel } from './label.ts';
import type { VcardProperty } from './property.ts';

/** Properties that belong together: a number and what it is called, by the group that they share. */
export interface VcardBlock {
  /** What the others speak of. */
  readonly main: VcardProperty;
  /** `main` and the others, as they stood there. */
  readonly properties: readonly VcardProperty[];
  /** Of an X-ABLabel; '' where there is none. */
  readonly label: string;
  /** True where the group is of several mains: some use groups as folders. */
  readonly isShared: boolean;
}

/** Apple's words about another property of the same group. */
const companionNames = new Set(['X-ABLABEL', 'X-ABADR']);

/** In the order of their first lines. A group of several mains is left in lines, each with the group's label. */
export function toBlocks(properties: readonly VcardProperty[]): VcardBlock[] {
  const groups = toGroups(properties);
  const blocks: VcardBlock[] = [];
  const done = new Set<VcardGroup>();
  for (const property of properties) {
    const group = groups.get(property.group.toLowerCase());
    if (group === undefined || group.mains !== 1) {
      const isShared = group !== undefined;
      blocks.push({ main: property, properties: [property], label: group?.label ?? '', isShared });
    } else if (!done.has(group)) {
      const main = group.properties.find(isMain) ?? property;
      blocks.push({ main, properties: group.properties, label: group.label, isShared: false });
      done.add(group);
    }
  }
  return blocks;
}

interface VcardGroup {
  readonly properties: VcardProperty[];
  mains: number;
  label: string;
}

function toGroups(properties: readonly VcardProperty[]): Map<string, VcardGroup> {
  const groups = new Map<string, VcardGroup>();
  for (const property of properties) {
    if (property.group === '') continue;
    const name = property.group.toLowerCase();
    const group = groups.get(name) ?? { properties: [], mains: 0, label: '' };
    group.properties.push(property);
    if (isMain(property)) group.mains += 1;
    if (property.name === 'X-ABLABEL' && group.label === '') group.label = readWrittenLabel(property.value);
    groups.set(name, group);
  }
  return groups;
}

function isMain({ name, value }: VcardProperty): boolean {
  return !companionNames.has(name) && unescapeText(value).trim() !== '';
}
