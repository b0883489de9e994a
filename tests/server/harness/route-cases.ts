import { createHash } from 'node:crypto';
import { eventsPath } from '../../../src/protocol/events.ts';
import { filePath, fileStatePath, partMediaType, pathOf } from '../../../src/protocol/files.ts';
import { claimPath, healthPath, sessionPath } from '../../../src/protocol/session.ts';
import { syncPath } from '../../../src/protocol/sync.ts';
import { owner, syncRequest } from './built-server.ts';
import type { Member, TwoAccounts } from './two-accounts.ts';

/** What goes over the wire, but for the cookie, which is of whoever calls. */
export interface CaseRequest {
  readonly path: string;
  readonly type?: string;
  readonly body?: string | Buffer<ArrayBuffer>;
}

/** How one route is called so that it succeeds for the one whose things it is about. */
interface RouteCase {
  /** Why it answers without a session. The route itself says `config: { open: true }`, or is no part of the API. */
  readonly open?: string;
  /** The request names something of the account: from anybody else it must get 401, 403 or 404. */
  readonly names?: true;
  /** The answer goes on for as long as both sides hold on. */
  readonly stream?: true;
  /** Makes what the request needs, as `of`, and gives the request. */
  request(of: Member, world: TwoAccounts): CaseRequest | Promise<CaseRequest>;
}

const json = (path: string, body: unknown): CaseRequest => ({
  path,
  type: 'application/json',
  body: JSON.stringify(body),
});

const bytesOf = ({ email }: Pick<Member, 'email'>) => Buffer.from(`What only ${email} may read`);
const hashOf = (of: Member) => createHash('sha256').update(bytesOf(of)).digest('hex');
const fileOf = (of: Member, path: typeof filePath | typeof fileStatePath) =>
  pathOf(path, of.accountId, hashOf(of));
const putFile = (of: Member): CaseRequest => ({
  path: `${fileOf(of, filePath)}?from=0&of=${bytesOf(of).length}`,
  type: partMediaType,
  body: bytesOf(of),
});

async function withFile(of: Member, { send }: TwoAccounts, path: string): Promise<CaseRequest> {
  await send('PUT', putFile(of), of.cookie);
  return { path };
}

/**
 * Every route of the server, by method and address as it was registered; `HEAD` goes with its `GET`. A route
 * that is not here fails tests/server/isolation.test.ts: add how its owner calls it.
 */
export const routeCases: Readonly<Record<string, RouteCase>> = {
  'GET /*': {
    open: 'The app itself: the same for everybody, and it holds nobody’s data.',
    request: () => ({ path: '/sw.js' }),
  },
  [`GET ${healthPath}`]: {
    open: 'Asked before anybody can be signed in; it says only that the server runs and has an owner.',
    request: () => ({ path: healthPath }),
  },
  [`POST ${claimPath}`]: {
    open: 'The printed link is the proof; nobody has an account yet.',
    request: async (_of, world) => json(claimPath, await world.anotherClaim()),
  },
  [`POST ${sessionPath}`]: {
    open: 'Signing in: email and password are the proof.',
    request: ({ email, password }) => json(sessionPath, { email, password }),
  },
  [`GET ${sessionPath}`]: { request: () => ({ path: sessionPath }) },
  [`DELETE ${sessionPath}`]: {
    open: 'Signing out once more does no harm, and ends only the session that is sent along.',
    request: () => ({ path: sessionPath }),
  },
  [`POST ${syncPath}`]: {
    names: true,
    request: ({ accountId }) => json(syncPath, syncRequest([], { account: accountId })),
  },
  [`GET ${eventsPath}`]: { stream: true, request: () => ({ path: eventsPath }) },
  [`PUT ${filePath}`]: { names: true, request: putFile },
  [`GET ${filePath}`]: {
    names: true,
    request: (of, world) => withFile(of, world, `${fileOf(of, filePath)}?from=0`),
  },
  [`GET ${fileStatePath}`]: {
    names: true,
    request: (of, world) => withFile(of, world, fileOf(of, fileStatePath)),
  },
};

/** Parts of what the owner stored: they may be in no answer to anybody else. */
export const ownersWords = [`What only ${owner.email} may read`, 'Dana Onlymine'];
