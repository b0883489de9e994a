import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Attempts, Limit } from './attempts.ts';
import { countTries, fewTries } from './count-tries.ts';
import type { KnownDevices } from './known-device.ts';

/** All addresses together at one name. It takes ten of them to get here, and known devices are not held up by it. */
const byAnybody: Limit = { max: 300, windowMs: 3_600_000 };

export interface SignInLimits {
  /** Counts a try of a password, before it is looked at. Throws 429 in the same words whether or not the name exists. */
  count(request: FastifyRequest, reply: FastifyReply, email: string): Promise<void>;
  /** A Set-Cookie header for who has signed in: this device is known from now on. */
  remember(email: string): string;
}

export function createSignInLimits(attempts: Attempts, devices: KnownDevices): SignInLimits {
  return {
    async count(request, reply, email) {
      const name = email.toLowerCase();
      const device = devices.find(request.headers.cookie, name);
      // One address, or one known device, at one name.
      const who = device === undefined ? `address ${normalizeIP(request.ip)}` : `device ${device}`;
      const limits = fewTries.map((limit): [string, Limit] => [
        `sign-in of ${who} at ${name} in ${limit.windowMs}`,
        limit,
      ]);
      if (device === undefined) limits.push([`sign-in of anybody at ${name}`, byAnybody]);
      await countTries(attempts, reply, limits);
    },
    remember: (email) => devices.remember(email),
  };
}
