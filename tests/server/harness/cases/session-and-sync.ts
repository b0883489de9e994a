import { createHash } from 'node:crypto';
import { eventsPath } from '../../../../src/protocol/events.ts';
import { filePath, fileStatePath, partMediaType, pathOf } from '../../../../src/protocol/files.ts';
import { healthPath, sessionPath } from '../../../../src/protocol/session.ts';
import { syncPath } from '../../../../src/protocol/sync.ts';
import { owner, syncRequest } from '../built-server.ts';
import type { Member, TwoAccounts } from '../two-accounts.ts';
import { type CaseRequest, json, type RouteCases } from './route-case.ts';

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

export const sessionAndSyncCases: RouteCases = {
  'GET /*': {
    open: 'The app itself: the same for everybody, and it holds nobody’s data.',
    request: () => ({ path: '/sw.js' }),
  },
  [`GET ${healthPath}`]: {
    open: 'Asked before anybody can be signed in; it says only that the server runs and has an owner.',
    request: () => ({ path: healthPath }),
  },
  [`POST ${sessionPath}`]: {
    open: 'Signing in: email and password are the proof.',
    request: ({ email, password }) => json(sessionPath, { email, password }),
  },
  [`GET ${sessionPath}`]: { request: () => ({ path: sessionPath }) },
  [`DELETE ${sessionPath}`]: {
    open: 'Signing out once more does no harm, and ends only the session that is sent along.',
    byNewMembers: true,
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
