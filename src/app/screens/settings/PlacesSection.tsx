import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { placeActions } from '../../../store/actions/places.ts';
import { Button } from '../../ui/Button.tsx';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { Line, Section } from './Section.tsx';

/** Whether the place of an occasion is remembered. Asked for here, never at the handshake. */
export function PlacesSection() {
  const { part, locate } = useApp();
  const attempt = useAttempt();
  const places = part(placeActions);
  const isOn = useLiveQuery(() => places.isRemembering(), [places]);
  const [problem, setProblem] = useState<string>();
  if (isOn === undefined) return null;
  const turnOn = async () => {
    setProblem(undefined);
    if ((await locate(false)) === 'refused') {
      setProblem('The browser does not let Justmet know where you are. Allow it in the browser’s settings.');
      return;
    }
    await places.setRemembering(true);
  };
  return (
    <Section title="Places">
      <Line
        title={isOn ? 'Where an occasion is, is remembered' : 'Where an occasion is, is not remembered'}
        detail={problem ?? 'Only on your own devices and in your contact database. It goes along nowhere.'}
      >
        <Button onClick={() => attempt(isOn ? () => places.setRemembering(false) : turnOn)}>
          {isOn ? 'Stop' : 'Remember it'}
        </Button>
      </Line>
    </Section>
  );
}
