import { useEffect, useState } from 'react';
import { useApp } from '../../ui/use-app.ts';

type Server = 'asking' | 'claimed' | 'unclaimed' | 'unreachable';

/** Whether the contact database that this app came from has an owner. */
export function useServer(): Server {
  const { contactDatabase } = useApp();
  const [server, setServer] = useState<Server>('asking');
  useEffect(() => {
    let isGone = false;
    const ask = async () => {
      const health = await contactDatabase.readHealth();
      if (isGone) return;
      if (health.kind !== 'ok') setServer('unreachable');
      else setServer(health.value.claimed ? 'claimed' : 'unclaimed');
    };
    void ask();
    return () => {
      isGone = true;
    };
  }, [contactDatabase]);
  return server;
}
