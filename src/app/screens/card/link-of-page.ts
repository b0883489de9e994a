import type { ProfilePage } from '../../../store/queries/profiles.ts';

type PageLink =
  | { readonly kind: 'none' }
  /** Given on this device; the contact database has not heard of it, so the address would lead nowhere. */
  | { readonly kind: 'waiting'; readonly address: string }
  | { readonly kind: 'there'; readonly address: string };

/** The address of a card's public page: the app and the contact database have one origin. */
export function linkOfPage({ profile, isTokenWaiting }: ProfilePage): PageLink {
  if (profile.token === null) return { kind: 'none' };
  const address = `${location.origin}/c/${profile.token}`;
  return { kind: isTokenWaiting ? 'waiting' : 'there', address };
}
