import { useEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useApp } from '../../ui/use-app.ts';
import { Line, Section } from './Section.tsx';

type Parts =
  | { readonly kind: 'here' | 'missing' | 'failed' }
  | { readonly kind: 'coming'; readonly done: number };

/** Whether cards can be read without signal, and a way to get there. */
export function CardReadingSection() {
  const { parts, fetchParts } = useCardParts();
  if (parts === undefined) return null;
  return (
    <Section title="Reading cards">
      {parts.kind === 'here' ? (
        <Line title="Cards are read on this phone" detail="Also without signal." />
      ) : (
        <Line title="Without signal: not here yet" detail={detailOf(parts)}>
          <Button disabled={parts.kind === 'coming'} onClick={fetchParts}>
            Fetch it (4.5 MB)
          </Button>
        </Line>
      )}
    </Section>
  );
}

function detailOf(parts: Parts) {
  if (parts.kind === 'coming') return <progress aria-label="Fetching what reads cards" value={parts.done} />;
  return parts.kind === 'failed'
    ? 'It did not get here. Try again with signal.'
    : 'What reads cards is fetched with your first card, or now.';
}

function useCardParts() {
  const { loadCards } = useApp();
  const [parts, setParts] = useState<Parts>();
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const isHere = await (await loadCards()).hasParts();
      if (!isGone) setParts({ kind: isHere ? 'here' : 'missing' });
    };
    void look().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [loadCards]);
  const run = async () => {
    setParts({ kind: 'coming', done: 0 });
    const isHere = await (await loadCards()).fetchParts((done) => setParts({ kind: 'coming', done }));
    setParts({ kind: isHere ? 'here' : 'failed' });
  };
  return { parts, fetchParts: () => void run().catch(() => setParts({ kind: 'failed' })) };
}
