import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  type CreatedPasskey,
  firstPasskeyOptionsPath,
  type GivenPasskey,
  passkeyOptionsPath,
  passkeyPath,
  passkeyRequestPath,
  passkeySessionPath,
  passkeysPath,
} from '../../../../src/protocol/passkeys.ts';
import type { Member, TwoAccounts } from '../two-accounts.ts';
import { byId, json, proofOf, type RouteCases } from './route-case.ts';

export const withoutAuthenticator = 'Only an authenticator can answer the question that was asked.';

const bytes = Buffer.from('no authenticator said this').toString('base64url');
const head = { id: bytes, rawId: bytes, type: 'public-key', clientExtensionResults: {} } as const;
const clientDataJSON = Buffer.from('{"type":"webauthn.get","challenge":"x"}').toString('base64url');

/** Of the right shape, and no more. */
export const passkeyOfNobody: { readonly created: CreatedPasskey; readonly given: GivenPasskey } = {
  created: { ...head, response: { clientDataJSON, attestationObject: bytes } },
  given: { ...head, response: { clientDataJSON, authenticatorData: bytes, signature: bytes } },
};

/** Behind the back of what verifies one: its id. */
async function addPasskey({ email }: Member, { server: { db } }: TwoAccounts): Promise<string> {
  const users = db.selectFrom('user').select('id').where('email', '=', email);
  const { id: userId } = await users.executeTakeFirstOrThrow();
  const id = randomUUID();
  const values = sql`${id}, ${`Key of ${email}`}, ${userId}, ${bytes}, ${id}, 0, 'singleDevice', 0`;
  const columns = sql.raw(
    'id, name, "userId", "publicKey", "credentialID", counter, "deviceType", "backedUp"',
  );
  await sql`insert into passkey (${columns}) values (${values})`.execute(db);
  return id;
}

export const passkeyCases: RouteCases = {
  [`GET ${passkeysPath}`]: {
    request: async (of, world) => {
      await addPasskey(of, world);
      return { path: passkeysPath };
    },
  },
  [`POST ${passkeyOptionsPath}`]: {
    names: true,
    request: (of) => json(passkeyOptionsPath, { proof: proofOf(of) }),
  },
  [`POST ${passkeysPath}`]: {
    refused: { status: 403, why: withoutAuthenticator },
    request: () => json(passkeysPath, { passkey: passkeyOfNobody.created, name: 'Phone' }),
  },
  [`PUT ${passkeyPath}`]: {
    names: true,
    request: async (of, world) => json(byId(passkeyPath, await addPasskey(of, world)), { name: 'Renamed' }),
  },
  [`DELETE ${passkeyPath}`]: {
    names: true,
    request: async (of, world) => ({ path: byId(passkeyPath, await addPasskey(of, world)) }),
  },
  [`POST ${passkeyRequestPath}`]: {
    open: 'Asked before signing in; it says only what a passkey has to answer.',
    request: () => json(passkeyRequestPath, {}),
  },
  [`POST ${firstPasskeyOptionsPath}`]: {
    open: 'For whoever holds a link and has no account yet; it says back what was sent, and a question.',
    request: () => json(firstPasskeyOptionsPath, { name: 'Nora New', email: `${randomUUID()}@example.com` }),
  },
  [`POST ${passkeySessionPath}`]: {
    open: 'Signing in: the passkey is the proof.',
    refused: { status: 401, why: withoutAuthenticator },
    request: () => json(passkeySessionPath, { passkey: passkeyOfNobody.given }),
  },
};
