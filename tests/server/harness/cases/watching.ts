import type { RouteCases } from './route-case.ts';

/** What a supervisor, a load balancer and Prometheus ask. */
export const watchingCases: RouteCases = {
  'GET /healthz': {
    open: 'Asked by whatever watches the process; it says that it answers, and nothing else.',
    request: () => ({ path: '/healthz' }),
  },
  'GET /readyz': {
    open: 'Asked by a load balancer; it says whether database and disk are there, and nothing else.',
    request: () => ({ path: '/readyz' }),
  },
  'GET /metrics': {
    open: 'Asked from this machine, or with a token; it counts requests and names nobody.',
    request: () => ({ path: '/metrics' }),
  },
};
