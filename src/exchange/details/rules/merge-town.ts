import type { TownFacts } from '../detail-facts.ts';
import type { Finding } from '../finding.ts';

/** One detail of all that a note says of the town: what was said first holds, later words add. */
export function mergeTown(findings: readonly Finding[]): Finding[] {
  const [first] = findings;
  if (first === undefined) return [];
  let facts: TownFacts = { kind: 'town' };
  for (const { facts: said } of findings) {
    if (said?.kind === 'town') facts = { ...said, ...facts };
  }
  const isPlainNew = findings.some(({ facts: said }) => said?.kind === 'town' && said.stay === 'new');
  return [{ ...first, facts: isPlainNew && facts.stay === undefined ? { ...facts, stay: 'new' } : facts }];
}
