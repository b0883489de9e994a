import { useEffect, useState } from 'react';
import { type HelloFacts, helloQueries } from '../../../store/queries/hello.ts';
import type { ContactRoutes } from '../../ports/contact-routes.ts';
import { createKeptQuery, useKeptQuery } from '../kept-query.ts';
import { useApp } from '../use-app.ts';

export interface Hello {
  readonly facts: HelloFacts;
  readonly routes: ContactRoutes;
}

/** Works everywhere; the real answer is there a moment later. */
const plainRoutes: ContactRoutes = {
  order: ['file'],
  maxMailLength: 2_000,
  canShare: () => false,
  share: async () => false,
};

export const helloFacts = createKeptQuery(({ part }) => part(helloQueries).readHelloFacts());

/** What hellos are made of; undefined before the device's database has answered. */
export function useHello(): Hello | undefined {
  const app = useApp();
  const facts = useKeptQuery(helloFacts);
  const [routes, setRoutes] = useState(plainRoutes);
  useEffect(() => {
    app.loadContactRoutes().then(setRoutes, () => undefined);
  }, [app]);
  return facts && { facts, routes };
}
