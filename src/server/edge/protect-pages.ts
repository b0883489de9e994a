import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { isHttps } from './is-https.ts';

/**
 * Security headers. Only an https address may ask for https: a phone in the same room uses http. `alsoAsked` is another
 * machine that pages may fetch from.
 */
export async function protectPages(
  app: FastifyInstance,
  origin: string | undefined,
  alsoAsked: string | undefined,
): Promise<void> {
  const others = alsoAsked === undefined ? [] : [new URL(alsoAsked).origin];
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        workerSrc: ["'self'"],
        connectSrc: ["'self'", ...others],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isHttps(origin),
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', permissions);
  });
}

/** A card is photographed, a note is spoken and a place is remembered here; nothing else of the device is wanted, nor by any frame. */
const permissions = [
  'camera=(self)',
  'microphone=(self)',
  'geolocation=(self)',
  ...['accelerometer', 'bluetooth', 'display-capture', 'gyroscope', 'hid', 'magnetometer'].map(
    (name) => `${name}=()`,
  ),
  ...['midi', 'payment', 'serial', 'usb'].map((name) => `${name}=()`),
].join(', ');
