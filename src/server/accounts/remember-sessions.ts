import type { IncomingHttpHeaders } from 'node:http';
import type { SessionNews } from '../storage/opened-database.ts';
import type { SignedIn } from './accounts.ts';

type FindSession = (headers: IncomingHttpHeaders) => Promise<SignedIn | undefined>;

export interface RememberedSessions {
  readonly find: FindSession;
  /** After one has ended: all are looked up again, in every process that has been told when it resolves. */
  forget(): Promise<void>;
}

const rememberedMs = 5_000;
const maxRemembered = 1_000;

/**
 * A device that sends batch after batch is looked up once in a few seconds: each look takes three queries,
 * which wait for the transactions of everybody else. Only who was found is remembered.
 */
export function rememberSessions(
  find: FindSession,
  nowMs: () => number,
  news?: SessionNews,
): RememberedSessions {
  const found = new Map<string, { readonly session: SignedIn['session']; readonly untilMs: number }>();
  let forgotten = 0;
  const forgetHere = () => {
    forgotten++;
    found.clear();
  };
  news?.hearEnded(forgetHere);
  const mayRemember = () => news === undefined || news.isHearing();
  return {
    async find(headers) {
      const { cookie = '' } = headers;
      const known = found.get(cookie);
      // Its cookies went out with the first answer.
      if (known !== undefined && mayRemember() && nowMs() < known.untilMs)
        return { session: known.session, cookies: [] };
      const before = forgotten;
      const signedIn = await find(headers);
      if (found.size >= maxRemembered) found.clear();
      if (signedIn === undefined) found.delete(cookie);
      // Looked up before a sign-out was through, it may be that very session.
      else if (before === forgotten)
        found.set(cookie, { session: signedIn.session, untilMs: nowMs() + rememberedMs });
      return signedIn;
    },
    async forget() {
      forgetHere();
      await news?.tellEnded();
    },
  };
}
