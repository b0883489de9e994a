import type { Page } from 'playwright-core';
import type { Problem } from '../../src/protocol/problem.ts';
import { syncPath } from '../../src/protocol/sync.ts';

declare global {
  var ownFetch: typeof fetch | undefined;
}

/** What the page gets for an answer to its next syncs: a problem, that every edit is refused, or the server's own. */
export type SyncAnswer = Problem | 'refuse' | 'own';

/**
 * Replaces the page's fetch until it is loaded again, and has it sync. (Playwright's routes miss some
 * requests that pass through a service worker.)
 */
export async function answerSync(page: Page, answer: SyncAnswer): Promise<void> {
  await page.evaluate(replaceFetch, { answer, path: syncPath });
  await page.evaluate(() => dispatchEvent(new Event('online')));
}

/** Runs in the page. */
function replaceFetch({ answer, path }: { answer: SyncAnswer; path: string }): void {
  globalThis.ownFetch ??= globalThis.fetch;
  const own = globalThis.ownFetch;
  const refuseAll = (body: string) => {
    const { protocol, head, cursor, edits } = JSON.parse(body);
    const problems = [{ field: 'lookedAt', detail: 'A person has no such field.' }];
    const refused = edits.map(({ stamp }: { stamp: string }) => ({ stamp, problems }));
    return Response.json({
      protocol,
      head,
      isHeadKnown: true,
      cursor,
      acknowledged: [],
      refused,
      rows: [],
      more: false,
    });
  };
  globalThis.fetch = async (input, init) => {
    if (answer === 'own' || input !== path) return own(input, init);
    if (answer === 'refuse') return refuseAll(String(init?.body));
    return Response.json(answer, { status: answer.status });
  };
}
