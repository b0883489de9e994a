import type { FastifyInstance, RouteOptions } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route that answers, as it was registered: what walks over all of them reads it here. */
    routeTable: readonly RouteOptions[];
  }
}

/** Called before the first route is added: fastify tells of routes only as they come. */
export function keepRouteTable(app: FastifyInstance): void {
  const table: RouteOptions[] = [];
  app.decorate('routeTable', table);
  app.addHook('onRoute', (route) => void table.push(route));
}
