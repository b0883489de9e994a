import type * as z from 'zod/mini';
import { sendHttp } from '../../device/http.ts';
import {
  type CreatedPasskey,
  createdPasskeySchema,
  creationOptionsSchema,
  firstPasskeyOptionsPath,
  type GivenPasskey,
  givenPasskeySchema,
  passkeyOptionsPath,
  passkeyRequestPath,
  requestOptionsSchema,
} from '../../protocol/passkeys.ts';
import type { Proof } from '../../protocol/passwords.ts';
import type { PasskeyResult } from '../ports/sign-in.ts';

/** The browser's own question to the person; its code comes when it is first wanted. */
const loadWebAuthn = () => import('@simplewebauthn/browser');

export async function givePasskey(): Promise<PasskeyResult<GivenPasskey>> {
  const asked = await sendHttp({
    method: 'POST',
    path: passkeyRequestPath,
    body: {},
    schema: requestOptionsSchema,
  });
  if (asked.kind !== 'ok') return asked;
  const ask = async () => (await loadWebAuthn()).startAuthentication({ optionsJSON: asked.value });
  return askPerson(ask, givenPasskeySchema);
}

/** For who is signed in and has just proved it. */
export function makePasskey(proof: Proof): Promise<PasskeyResult<CreatedPasskey>> {
  return make(passkeyOptionsPath, { proof });
}

/** For somebody who has no account yet. */
export function makeFirstPasskey({
  name,
  email,
}: {
  readonly name: string;
  readonly email: string;
}): Promise<PasskeyResult<CreatedPasskey>> {
  return make(firstPasskeyOptionsPath, { name, email });
}

async function make(path: string, body: unknown): Promise<PasskeyResult<CreatedPasskey>> {
  const asked = await sendHttp({ method: 'POST', path, body, schema: creationOptionsSchema });
  if (asked.kind !== 'ok') return asked;
  const ask = async () => (await loadWebAuthn()).startRegistration({ optionsJSON: asked.value });
  return askPerson(ask, createdPasskeySchema);
}

/** A question that was closed, and a browser that cannot ask, come as exceptions. */
async function askPerson<T>(
  ask: () => Promise<unknown>,
  schema: z.ZodMiniType<T>,
): Promise<PasskeyResult<T>> {
  try {
    const parsed = schema.safeParse(await ask());
    return parsed.success ? { kind: 'ok', value: parsed.data } : { kind: 'not-given' };
  } catch {
    return { kind: 'not-given' };
  }
}
