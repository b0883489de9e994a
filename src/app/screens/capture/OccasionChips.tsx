import { searchableText } from '../../../domain/text.ts';
import type { RecentOccasion } from '../../../store/queries/occasions.ts';
import { Chip, Chips } from '../../ui/Chip.tsx';

interface OccasionChipsProps {
  readonly occasions: readonly RecentOccasion[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}

const offered = 2;

/** The last occasions, offered again. Dashed means not yet: a tap makes it so. */
export function OccasionChips({ occasions, chosen, onChoose }: OccasionChipsProps) {
  const others = occasions.filter(({ name }) => searchableText(name) !== searchableText(chosen.trim()));
  if (others.length === 0) return null;
  return (
    <Chips label="Where you met before">
      {others.slice(0, offered).map(({ id, name, colour }) => (
        <Chip key={id} look="suggestion" tag={colour} onClick={() => onChoose(name)}>
          {name}
        </Chip>
      ))}
    </Chips>
  );
}
