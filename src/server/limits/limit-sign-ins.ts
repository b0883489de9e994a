import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Attempts, Limit } from './attempts.ts';
import type { KnownDevices } from './known-device.ts';
import { tooManyTries } from './limit-routes.ts';

const minute = 60_000;
/** One address, or one known device, at one name. */
const atOneName: readonly Limit[] = [
  { max: 10, windowMs: minute },
  { max: 30, windowMs: 60 * minute },
];
/** All addresses together at one name. It takes ten of them to get here, and known devices are not held up by it. */
const byAnybody: Limit = { max: 300, windowMs: 60 * minute };

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
      const who = device === undefined ? `address ${normalizeIP(request.ip)}` : `device ${device}`;
      const limits = atOneName.map((limit): [string, Limit] => [
        `${who} at ${name} in ${limit.windowMs}`,
        limit,
      ]);
      if (device === undefined) limits.push([`anybody at ${name}`, byAnybody]);
      for (const [key, limit] of limits) {
        const { count, leftMs } = await attempts.count(`sign-in of ${key}`, limit);
        if (count <= limit.max) continue;
        reply.header('retry-after', Math.ceil(leftMs / 1_000));
        throw tooManyTries();
      }
    },
    remember: (email) => devices.remember(email),
  };
}
