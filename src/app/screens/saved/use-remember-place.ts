import { useEffect } from 'react';
import { placeActions } from '../../../store/actions/places.ts';
import { useApp } from '../../ui/use-app.ts';

/** After this the agent may have gone on to somewhere else. */
const stillThereMs = 10 * 60_000;

/** Remembers where the occasion is, in the background, for an agent who agreed to that in Settings. Asks nothing. */
export function useRememberPlace(occasionId: string | undefined, metAt: string | undefined): void {
  const { part, locate, nowMs } = useApp();
  useEffect(() => {
    const remember = async (id: string) => {
      const places = part(placeActions);
      if (!(await places.isRemembering()) || (await places.readPlace(id)) !== undefined) return;
      const found = await locate(true);
      if (typeof found === 'object') await places.rememberPlace(id, found);
    };
    const isFresh = metAt !== undefined && nowMs() - Date.parse(metAt) < stillThereMs;
    if (occasionId !== undefined && isFresh) void remember(occasionId).catch(() => undefined);
  }, [occasionId, metAt, part, locate, nowMs]);
}
