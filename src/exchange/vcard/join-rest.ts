import { changeProperty, readProperty } from './property.ts';

/** The kept lines of two cards of one person: groups get new numbers where both use one, and no line comes twice. */
export function joinRest(first: readonly string[], second: readonly string[]): string[] {
  const known = new Set(first);
  const groupsOf = (lines: readonly string[]) =>
    new Set(
      lines.map((line) => readProperty(line)?.group.toLowerCase() ?? '').filter((group) => group !== ''),
    );
  const taken = groupsOf(first);
  const fresh = groupsOf(second);
  const isKnown = isGroupKnown(second, known);
  const names = new Map<string, string>();
  let number = 0;
  for (const group of fresh) {
    if (!taken.has(group)) continue;
    do number += 1;
    while (taken.has(`item${number}`) || fresh.has(`item${number}`));
    names.set(group, `item${number}`);
  }
  const added = second.flatMap((line) => {
    const property = readProperty(line);
    const group = property?.group.toLowerCase() ?? '';
    if (group === '' ? known.has(line) : isKnown(group)) return [];
    const name = names.get(group);
    if (property === undefined || name === undefined) return [line];
    return [changeProperty({ ...property, group: name }, property.parameters, property.value).line];
  });
  return [...first, ...added];
}

/** True for a group of which every line is known. */
function isGroupKnown(lines: readonly string[], known: ReadonlySet<string>): (group: string) => boolean {
  const unknown = new Set(
    lines.filter((line) => !known.has(line)).map((line) => readProperty(line)?.group.toLowerCase() ?? ''),
  );
  return (group) => !unknown.has(group);
}
