import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { pushKeyPath, pushSubscriptionPath, pushSubscriptionSchema } from '../../protocol/push.ts';
import { takesNoBody } from '../edge/body-limits.ts';
import { foundSessionOf } from '../edge/require-session.ts';
import { badRequest, notSignedIn } from '../problem.ts';
import type { Subscriptions } from '../reminders/subscriptions.ts';

export interface PushParts {
  /** What devices subscribe with (RFC 8292), in base64url. */
  readonly publicKey: string;
  readonly subscriptions: Subscriptions;
}

/** Which devices reminders go to: each speaks for itself alone. */
export function routePush(app: FastifyInstance, { publicKey, subscriptions }: PushParts): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  app.get(pushKeyPath, async () => ({ publicKey }));
  const schema = { body: pushSubscriptionSchema };
  typed.put(pushSubscriptionPath, { schema }, async (request, reply) => {
    const outcome = await subscriptions.keep(foundSessionOf(request), request.body);
    if (outcome === 'ended') throw notSignedIn();
    if (outcome === 'not-there') {
      throw badRequest([{ field: 'endpoint', detail: 'Reminders cannot be sent to that address.' }]);
    }
    if (outcome === 'no-key') throw badRequest([{ field: 'keys.p256dh', detail: 'is no public key' }]);
    return reply.code(204).send();
  });
  app.delete(pushSubscriptionPath, takesNoBody, async (request, reply) => {
    await subscriptions.remove(foundSessionOf(request));
    return reply.code(204).send();
  });
}
