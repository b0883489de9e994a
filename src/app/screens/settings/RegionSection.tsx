import { useEffect, useState } from 'react';
import { regionInWords } from '../../ui/remark-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { Line, Section } from './Section.tsx';

interface Choice {
  readonly code: string;
  readonly name: string;
}

/** Whose own form of phone numbers is understood; the international form always is. */
export function RegionSection() {
  const app = useApp();
  const attempt = useAttempt();
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const [region, setRegion] = useState('');
  useEffect(() => {
    const load = async () => {
      setRegion(await app.readRegion());
      const codes = await app.listPhoneRegions().catch(() => []);
      const named = codes.map((code) => ({ code, name: regionInWords(code) }));
      setChoices(named.sort((a, b) => a.name.localeCompare(b.name)));
    };
    load().catch(() => undefined);
  }, [app]);
  const choose = (code: string) => {
    setRegion(code);
    attempt(() => app.store.setRegion(code));
  };
  return (
    <Section title="Phone numbers">
      <Line title="Numbers without a + are from" detail="Numbers with a + are understood everywhere.">
        <select aria-label="Region" value={region} onChange={(event) => choose(event.target.value)}>
          {choices.length === 0 ? (
            <option value={region}>{region === '' ? '' : regionInWords(region)}</option>
          ) : null}
          {choices.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Line>
    </Section>
  );
}
