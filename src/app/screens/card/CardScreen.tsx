import type { HoldOut } from '../../ports/hold-out.ts';
import { EditCard } from './EditCard.tsx';
import { MyCards } from './MyCards.tsx';
import { NewCard } from './NewCard.tsx';

interface CardScreenProps {
  /** Undefined for the cards as they are held out, `new`, or the id of the one that is edited. */
  readonly page: string | undefined;
  readonly holdOut: HoldOut;
}

/** The agent's own cards. */
export function CardScreen({ page, holdOut }: CardScreenProps) {
  if (page === undefined) return <MyCards holdOut={holdOut} />;
  return page === 'new' ? <NewCard /> : <EditCard key={page} profileId={page} />;
}
