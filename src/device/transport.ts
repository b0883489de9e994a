import type { HttpResult } from '../protocol/http-result.ts';
import { protocolProblemType } from '../protocol/problem.ts';
import { type SyncResponse, syncPath } from '../protocol/sync.ts';
import { syncAnswerSchema } from '../protocol/sync-answer.ts';
import type { SendOutcome, Transport } from '../sync/ports.ts';
import { sendHttp } from './http.ts';

export interface SyncTransport extends Transport {
  /**
   * Breaks off a request that has waited longer than `ms`, as on a connection that died with the
   * signal: what follows need not wait for it. Its edits are sent again.
   */
  breakOff(ms: number): void;
}

export function createTransport(nowMs: () => number): SyncTransport {
  let current: { readonly controller: AbortController; readonly sinceMs: number } | undefined;
  return {
    async send(body): Promise<SendOutcome> {
      const controller = new AbortController();
      current = { controller, sinceMs: nowMs() };
      const { signal } = controller;
      const request = { method: 'POST', path: syncPath, body, schema: syncAnswerSchema, signal } as const;
      const result = await sendHttp(request);
      current = undefined;
      return toOutcome(result);
    },
    breakOff(ms) {
      if (current !== undefined && nowMs() - current.sinceMs >= ms) current.controller.abort();
    },
  };
}

function toOutcome(result: HttpResult<SyncResponse>): SendOutcome {
  if (result.kind === 'ok') return { kind: 'answered', response: result.value };
  if (result.kind === 'unreachable') return result;
  if (result.problem.status === 401) return { kind: 'signed-out' };
  if (result.problem.type === protocolProblemType) return { kind: 'outdated' };
  const { retryAfterMs } = result;
  return retryAfterMs === undefined ? { kind: 'failed' } : { kind: 'failed', retryAfterMs };
}
