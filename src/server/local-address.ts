import type { Config } from './config.ts';

/** Where this machine itself reaches the server. */
export function localAddress({ host, port }: Pick<Config, 'host' | 'port'>): string {
  return `http://${reachableHost(host)}:${port}`;
}

function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
