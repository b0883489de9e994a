import { useCallback, useEffect, useState } from 'react';
import type * as z from 'zod/mini';
import type { HttpResult } from '../../../protocol/http-result.ts';
import { useApp } from '../../ui/use-app.ts';

/** What the contact database answers to a GET: undefined before it has. `refresh` asks once more. */
export function useAnswer<T>(path: string, schema: z.ZodMiniType<T>) {
  const { contactDatabase } = useApp();
  const [answer, setAnswer] = useState<HttpResult<T>>();
  const refresh = useCallback(async () => {
    setAnswer(await contactDatabase.ask({ method: 'GET', path, schema }));
  }, [contactDatabase, path, schema]);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  return { answer, refresh };
}
