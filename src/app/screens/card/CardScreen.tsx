import { EditCard } from './EditCard.tsx';
import { MyCards } from './MyCards.tsx';
import { NewCard } from './NewCard.tsx';

/** The agent's own cards: shown, a new one (`new`), or one that is edited, by its id. */
export function CardScreen({ page }: { readonly page: string | undefined }) {
  if (page === undefined) return <MyCards />;
  return page === 'new' ? <NewCard /> : <EditCard key={page} profileId={page} />;
}
