import type { RouteShorthandOptions } from 'fastify';

type Limited = Required<Pick<RouteShorthandOptions, 'bodyLimit'>>;

/**
 * Bytes of a body, before and after unpacking, where a route says nothing else. Whoever sends slowly makes the
 * server hold so much for each connection.
 */
export const smallBodyBytes = 16_384;
/** Where a passkey's word may be in it. */
export const takesPasskey: Limited = { bodyLimit: 65_536 };
/** A limit of 0 would be none. */
export const takesNoBody: Limited = { bodyLimit: 1 };
