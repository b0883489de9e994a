import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import * as z from 'zod';

const bodySchema = z.object({ userId: z.string(), deviceId: z.string() });

/**
 * Lets our own code open a session for somebody who has shown who they are otherwise than by a password. It is
 * no route: better-auth's handler is not mounted (docs/decisions/0003-better-auth.md).
 */
export function openSessionPlugin() {
  const openSession = createAuthEndpoint(
    '/open-session',
    { method: 'POST', body: bodySchema, metadata: { SERVER_ONLY: true } },
    async (context) => {
      const { internalAdapter } = context.context;
      const { userId, deviceId } = context.body;
      const user = await internalAdapter.findUserById(userId);
      if (user === null) throw context.error('UNAUTHORIZED');
      const session = await internalAdapter.createSession(userId, false, { deviceId });
      await setSessionCookie(context, { session, user });
      return context.json({ user: { id: user.id, name: user.name, email: user.email } });
    },
  );
  return { id: 'open-session', endpoints: { openSession } } satisfies BetterAuthPlugin;
}
