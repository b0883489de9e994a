import { createHash } from 'node:crypto';
import type { Edit, Row } from '../../../src/domain/row.ts';
import { readingToStamp } from '../../../src/domain/stamp.ts';
import { claimPath, sessionPath, sessionSchema } from '../../../src/protocol/session.ts';
import { type SyncResponse, syncPath, syncResponseSchema } from '../../../src/protocol/sync.ts';
import { wireToRow } from '../../../src/protocol/wire-row.ts';
import { cookieOf, owner, syncRequest } from './built-server.ts';

export interface Origin {
  url: string;
}

export async function claimOver(origin: Origin, token: string | undefined): Promise<string> {
  const answer = await post(`${origin.url}${claimPath}`, { token, ...owner });
  return cookieOf(answer.headers.getSetCookie());
}

export async function signInOver(origin: Origin): Promise<string> {
  const { email, password } = owner;
  return cookieOf((await post(`${origin.url}${sessionPath}`, { email, password })).headers.getSetCookie());
}

export async function syncOver(
  origin: Origin,
  cookie: string,
  edits: readonly Edit[],
  cursor = 0,
  head: string | null = null,
): Promise<SyncResponse> {
  const account = accountsByCookie.get(cookie) ?? (await readAccount(origin, cookie));
  accountsByCookie.set(cookie, account);
  const request = syncRequest(edits, { account, device: deviceOf(cookie), cursor, head });
  const answer = await post(`${origin.url}${syncPath}`, request, cookie);
  return syncResponseSchema.parse(await answer.json());
}

const accountsByCookie = new Map<string, string>();

/** Each session is a device of its own. */
export const deviceOf = (cookie: string) => createHash('sha256').update(cookie).digest('hex').slice(0, 10);

async function readAccount(origin: Origin, cookie: string): Promise<string> {
  const answer = await fetch(`${origin.url}${sessionPath}`, { headers: { cookie } });
  return sessionSchema.parse(await answer.json()).accountId;
}

/** Every row of the account, as a new device gets it. */
export async function pullAllOver(origin: Origin, cookie: string): Promise<Row[]> {
  const rows: Row[] = [];
  let [cursor, head, more]: [number, string | null, boolean] = [0, null, true];
  while (more) {
    const answer = await syncOver(origin, cookie, [], cursor, head);
    rows.push(...answer.rows.map(wireToRow));
    ({ cursor, head, more } = answer);
  }
  return rows;
}

/** The n-th edit of a device: mostly new people, every third one a change of an earlier person. */
export function nthEdit(device: string, deviceNumber: number, n: number): Edit {
  const person = n % 3 === 2 ? n - 2 : n;
  const id = `01890000-0000-7000-8${deviceNumber.toString(16).padStart(3, '0')}-${person.toString(16).padStart(12, '0')}`;
  const stamp = readingToStamp({ ms: 1_000 + n, counter: 0 }, device);
  return { table: 'person', id, stamp, values: { name: `Person ${n}`, company: device } };
}

async function post(url: string, body: unknown, cookie = ''): Promise<Response> {
  const headers = { 'content-type': 'application/json', cookie };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}
