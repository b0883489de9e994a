import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { recordingActions } from '../../../store/actions/recordings.ts';
import type { DeviceLanguages } from '../../ports/recorder.ts';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { Line } from './Section.tsx';
import { listSpokenLanguages, spokenLanguageInWords } from './spoken-languages.ts';

/**
 * The language of what is spoken: the agent's, who speaks about somebody and not to them. `isForLiveOnly`: what is
 * spoken is written along at most, so nothing where this device does not.
 */
export function SpokenLanguageLine({ isForLiveOnly }: { readonly isForLiveOnly: boolean }) {
  const { part, loadRecorder } = useApp();
  const attempt = useAttempt();
  const actions = part(recordingActions);
  const chosen = useLiveQuery(async () => (await actions.readSpokenLanguage()) ?? '', [actions]);
  const [device, setDevice] = useState<DeviceLanguages>();
  useEffect(() => {
    const load = async () => setDevice(await (await loadRecorder()).readLanguages());
    load().catch(() => undefined);
  }, [loadRecorder]);
  if (chosen === undefined || device === undefined) return null;
  if (isForLiveOnly && device.live.length === 0) return null;
  const own = spokenLanguageInWords(device.own[0] ?? '');
  return (
    <Line title="You speak">
      <select
        aria-label="The language you speak"
        value={chosen}
        onChange={({ target }) => attempt(() => actions.setSpokenLanguage(target.value || undefined))}
      >
        <option value="">
          {own === undefined ? 'As this phone is set' : `${own}, as this phone is set`}
        </option>
        <option value="auto">Several languages</option>
        {listSpokenLanguages(chosen, device).map(({ tag, name }) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </select>
    </Line>
  );
}
