import * as z from 'zod/mini';

const alsoSentence =
  'PUSH_ALSO_TO must list addresses such as https://push.home.example:8443, without a path, with commas between';

/** The part of the environment that says where reminders may go. */
export const pushEnvironment = {
  PUSH_ALSO_TO: z.optional(z.string().check(z.refine((text) => toOrigins(text) !== undefined, alsoSentence))),
};

/** Origins in this network, or without a certificate, that the one who runs the server trusts. */
export function toPushConfig({ PUSH_ALSO_TO }: { PUSH_ALSO_TO?: string | undefined }): readonly string[] {
  return toOrigins(PUSH_ALSO_TO ?? '') ?? [];
}

function toOrigins(text: string): string[] | undefined {
  const words = text.split(',').flatMap((word) => word.trim() || []);
  const urls = words.flatMap((word) => (URL.canParse(word) ? new URL(word) : []));
  const isWhole = urls.length === words.length && urls.every(isOrigin);
  return isWhole ? urls.map(({ origin }) => origin) : undefined;
}

function isOrigin({ protocol, pathname, search, hash, username }: URL): boolean {
  return /^https?:$/.test(protocol) && pathname === '/' && `${search}${hash}${username}` === '';
}
