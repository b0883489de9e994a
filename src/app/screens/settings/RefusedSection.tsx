import { useLiveQuery } from 'dexie-react-hooks';
import { Link } from 'wouter';
import type { FieldProblem } from '../../../domain/tables.ts';
import { Button } from '../../ui/Button.tsx';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { Choices, Line, Section } from './Section.tsx';

/** What the contact database would not take, in words; it stays on this phone. */
export function RefusedSection() {
  const { store, saveFile } = useApp();
  const attempt = useAttempt();
  const refused = useLiveQuery(() => store.listRefused(), [store]) ?? [];
  if (refused.length === 0) return null;
  const save = async () => {
    const text = JSON.stringify(await store.exportRefused(), null, 2);
    saveFile('justmet-not-taken.json', new Blob([text], { type: 'application/json' }));
  };
  return (
    <Section title="Not taken by your contact database">
      {refused.map(({ stamp, about, personId, problems }) => (
        <Line
          key={stamp}
          title={personId === undefined ? about : <Link href={`/people/${personId}`}>{about}</Link>}
          detail={problems.map(problemInWords).join(' ')}
        />
      ))}
      <Line title="Kept on this phone" detail="Change what is wrong, or try again after an update.">
        <Choices>
          <Button look="quiet" onClick={() => attempt(save)}>
            Save as a file
          </Button>
          <Button onClick={() => attempt(() => store.retryRefused())}>Try again</Button>
        </Choices>
      </Line>
    </Section>
  );
}

const fieldWords: Readonly<Record<string, string>> = {
  metAt: 'When you met',
  lookedAt: 'Looked at',
  notedAt: 'When you noted',
  occasion: 'Where you met',
  writtenAt: 'When it was written',
  id: 'Its name in the database',
};

/** "Phone: is too long." */
function problemInWords({ field, detail }: FieldProblem): string {
  const name = field.split(/[/.]/)[0] ?? field;
  const words = fieldWords[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
  return `${words}: ${detail.replace(/[.]$/, '')}.`;
}
