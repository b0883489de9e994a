import type { ClientBase, Notification } from 'pg';
import * as z from 'zod/mini';

const channel = 'justmet';

/** What the processes on one database tell each other. Ids only: anybody with a session on the database reads it. */
const noticeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('changed'), by: z.string(), account: z.string(), device: z.string() }),
  z.strictObject({ kind: z.literal('session-ended'), by: z.string() }),
]);
/** `by` names the process that tells, which hears itself too. */
export type Notice = z.infer<typeof noticeSchema>;

/** Within a transaction they are heard when it has been committed, and only then. */
export async function sendNotices(
  client: Pick<ClientBase, 'query'>,
  notices: readonly Notice[],
): Promise<void> {
  if (notices.length === 0) return;
  await client.query({
    name: 'send-notices',
    text: 'select pg_notify($1, payload) from unnest($2::text[]) as payload',
    values: [channel, [...new Set(notices.map((notice) => JSON.stringify(notice)))]],
  });
}

export const listenText = `listen ${channel}`;

/** Undefined for what another version may say. */
export function readNotice({ payload = '' }: Notification): Notice | undefined {
  try {
    const parsed = noticeSchema.safeParse(JSON.parse(payload));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
