import type { Handle } from '../../../domain/person.ts';
import { readHandle } from '../../../exchange/handle.ts';

/** Where a bare handle may be, most likely first, and the page to look for it on where no handle leads to a page. */
const homes = {
  Instagram: 'https://www.instagram.com/',
  LinkedIn: 'https://www.linkedin.com/',
  Facebook: 'https://www.facebook.com/',
  TikTok: 'https://www.tiktok.com/',
  X: 'https://x.com/',
  YouTube: 'https://www.youtube.com/',
  Nextdoor: 'https://nextdoor.com/',
} as const;
export type NetworkName = keyof typeof homes;

export const networkNames: readonly NetworkName[] = [
  'Instagram',
  'LinkedIn',
  'Facebook',
  'TikTok',
  'X',
  'YouTube',
  'Nextdoor',
];

/** What a handle is, once its network is told. It is read as if it had been typed with it. */
export function handleOnNetwork(typed: string, network: NetworkName) {
  const { url } = readHandle(`${network} ${typed.trim()}`);
  return { typed, network, ...(url !== undefined && { url }) };
}

/** The page to open; undefined while it is not known where the handle is. */
export function followLink({ url, network }: Pick<Handle, 'url' | 'network'>): string | undefined {
  if (url?.startsWith('https://')) return url;
  const name = networkNames.find((known) => known === network);
  return name === undefined ? undefined : homes[name];
}
