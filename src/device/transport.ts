import { diskFullProblemType } from '../protocol/disk-full.ts';
import {
  damagedProblemType,
  type FileState,
  filePath,
  fileStatePath,
  fileStateSchema,
  partMediaType,
  pathOf,
} from '../protocol/files.ts';
import type { HttpResult } from '../protocol/http-result.ts';
import { protocolProblemType } from '../protocol/problem.ts';
import { syncPath } from '../protocol/sync.ts';
import { syncAnswerSchema } from '../protocol/sync-answer.ts';
import type { FileAnswer, FileTransport, Transport, Unanswered } from '../sync/ports.ts';
import { fetchBytes, sendHttp } from './http.ts';

export interface SyncTransport extends Transport, FileTransport {
  /**
   * Breaks off a request that has waited longer than `ms`, as on a connection that died with the
   * signal: what follows need not wait for it. What it carried is sent again.
   */
  breakOff(ms: number): void;
}

const noSuchFile = 404;

/** `onDate` hears what the contact database's clock says, milliseconds since 1970, or NaN. */
export function createTransport(nowMs: () => number, onDate = (_serverMs: number) => {}): SyncTransport {
  const underWay = new Set<{ readonly controller: AbortController; readonly sinceMs: number }>();
  async function breakable<T>(send: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const mine = { controller: new AbortController(), sinceMs: nowMs() };
    underWay.add(mine);
    try {
      return await send(mine.controller.signal);
    } finally {
      underWay.delete(mine);
    }
  }
  return {
    async send(body) {
      const request = { method: 'POST', path: syncPath, body, schema: syncAnswerSchema, onDate } as const;
      const result = await breakable((signal) => sendHttp({ ...request, signal }));
      return result.kind === 'ok' ? { kind: 'answered', response: result.value } : toUnanswered(result);
    },
    async readState({ account, hash }) {
      const path = pathOf(fileStatePath, account, hash);
      const result = await breakable((signal) =>
        sendHttp({ method: 'GET', path, schema: fileStateSchema, signal }),
      );
      return result.kind === 'ok' ? { kind: 'state', state: result.value } : toUnanswered(result);
    },
    async putPart({ account, hash }, { from, of, bytes }) {
      const path = `${pathOf(filePath, account, hash)}?from=${from}&of=${of}`;
      const request = { method: 'PUT', path, body: bytes, schema: fileStateSchema } as const;
      return toFileAnswer(await breakable((signal) => sendHttp({ ...request, signal })));
    },
    async getPart({ account, hash }, from) {
      const path = `${pathOf(filePath, account, hash)}?from=${from}`;
      const result = await fetchBytes({ method: 'GET', path }, partMediaType);
      if (result.kind === 'ok') return { kind: 'part', bytes: result.value };
      const isMissing = result.kind === 'problem' && result.problem.status === noSuchFile;
      return isMissing ? { kind: 'missing' } : toUnanswered(result);
    },
    breakOff(ms) {
      for (const { controller, sinceMs } of underWay) if (nowMs() - sinceMs >= ms) controller.abort();
    },
  };
}

function toFileAnswer(result: HttpResult<FileState>): FileAnswer {
  if (result.kind === 'ok') return { kind: 'state', state: result.value };
  const isDamaged = result.kind === 'problem' && result.problem.type === damagedProblemType;
  return isDamaged ? { kind: 'damaged' } : toUnanswered(result);
}

function toUnanswered(result: Exclude<HttpResult<unknown>, { kind: 'ok' }>): Unanswered {
  if (result.kind === 'unreachable') return result;
  if (result.problem.status === 401) return { kind: 'signed-out' };
  if (result.problem.type === protocolProblemType) return { kind: 'outdated' };
  const kind = result.problem.type === diskFullProblemType ? 'full' : 'failed';
  const { retryAfterMs } = result;
  return retryAfterMs === undefined ? { kind } : { kind, retryAfterMs };
}
