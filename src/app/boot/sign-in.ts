import * as z from 'zod/mini';
import { sendHttp } from '../../device/http.ts';
import { accountFactsSchema, accountPath, deleteAccountPath, exportPath } from '../../protocol/account.ts';
import {
  invitationListSchema,
  invitationsPath,
  invitedPath,
  invitedSchema,
  joinPath,
  newInvitationSchema,
} from '../../protocol/invitations.ts';
import {
  claimByPasskeyPath,
  joinByPasskeyPath,
  passkeyListSchema,
  passkeySessionPath,
  passkeysPath,
} from '../../protocol/passkeys.ts';
import {
  endedSchema,
  forgottenPath,
  forgottenSchema,
  passwordPath,
  resetPath,
} from '../../protocol/passwords.ts';
import { sessionSchema } from '../../protocol/session.ts';
import type { SignIn } from '../ports/sign-in.ts';
import { givePasskey, makeFirstPasskey, makePasskey } from './passkeys.ts';

const nothing = z.undefined();

export function createSignIn(): SignIn {
  return {
    hasPasskeys: hasPasskeys(),
    async signInByPasskey() {
      const given = await givePasskey();
      if (given.kind !== 'ok') return given;
      const body = { passkey: given.value };
      return sendHttp({ method: 'POST', path: passkeySessionPath, body, schema: sessionSchema });
    },
    async claimByPasskey(person) {
      const made = await makeFirstPasskey(person);
      if (made.kind !== 'ok') return made;
      const body = { ...person, passkey: made.value };
      return sendHttp({ method: 'POST', path: claimByPasskeyPath, body, schema: sessionSchema });
    },
    findInvited: (token) =>
      sendHttp({ method: 'POST', path: invitedPath, body: { token }, schema: invitedSchema }),
    join: (body) => sendHttp({ method: 'POST', path: joinPath, body, schema: sessionSchema }),
    async joinByPasskey({ token, name, email }) {
      const made = await makeFirstPasskey({ name, email });
      if (made.kind !== 'ok') return made;
      const body = { token, name, passkey: made.value };
      return sendHttp({ method: 'POST', path: joinByPasskeyPath, body, schema: sessionSchema });
    },
    resetsByMail: () => sendHttp({ method: 'GET', path: forgottenPath, schema: forgottenSchema }),
    askForReset: (email) =>
      sendHttp({ method: 'POST', path: forgottenPath, body: { email }, schema: nothing }),
    resetPassword: (body) => sendHttp({ method: 'POST', path: resetPath, body, schema: nothing }),

    readFacts: () => sendHttp({ method: 'GET', path: accountPath, schema: accountFactsSchema }),
    changePassword: (body) => sendHttp({ method: 'POST', path: passwordPath, body, schema: endedSchema }),
    listPasskeys: () => sendHttp({ method: 'GET', path: passkeysPath, schema: passkeyListSchema }),
    async addPasskey(proof, name) {
      const made = await makePasskey(proof);
      if (made.kind !== 'ok') return made;
      return sendHttp({
        method: 'POST',
        path: passkeysPath,
        body: { passkey: made.value, name },
        schema: nothing,
      });
    },
    namePasskey: (id, name) =>
      sendHttp({ method: 'PUT', path: `${passkeysPath}/${id}`, body: { name }, schema: nothing }),
    removePasskey: (id) => sendHttp({ method: 'DELETE', path: `${passkeysPath}/${id}`, schema: nothing }),
    async provePasskey() {
      const given = await givePasskey();
      return given.kind === 'ok' ? { kind: 'ok', value: { kind: 'passkey', passkey: given.value } } : given;
    },
    listInvitations: () => sendHttp({ method: 'GET', path: invitationsPath, schema: invitationListSchema }),
    invite: (email) =>
      sendHttp({ method: 'POST', path: invitationsPath, body: { email }, schema: newInvitationSchema }),
    revokeInvitation: (id) =>
      sendHttp({ method: 'DELETE', path: `${invitationsPath}/${id}`, schema: nothing }),
    exportAddress: (withPrivate) => (withPrivate ? `${exportPath}?private=yes` : exportPath),
    deleteAccount: (body) => sendHttp({ method: 'POST', path: deleteAccountPath, body, schema: nothing }),
  };
}

/** A passkey belongs to a name: there are none for an address of numbers, nor over plain http. */
function hasPasskeys(): boolean {
  const { hostname } = location;
  const isNumbers = /^[\d.]+$/.test(hostname) || hostname.startsWith('[');
  return isSecureContext && 'PublicKeyCredential' in globalThis && !isNumbers;
}
