import * as z from 'zod/mini';
import { isStorable } from '../domain/is-storable.ts';
import { emailSchema, linkTokenSchema, personNameSchema } from './session.ts';

/** GET: the passkeys of who is signed in. POST: adds one, whose options came from passkeyOptionsPath. */
export const passkeysPath = '/api/passkeys';
/** PUT: names it. DELETE: removes it. */
export const passkeyPath = '/api/passkeys/:id';
/** POST: what the browser makes a passkey from, for somebody who is signed in and has just proved it. */
export const passkeyOptionsPath = '/api/passkeys/options';
/** POST: the same for somebody who holds the link of a claim or an invitation. */
export const firstPasskeyOptionsPath = '/api/passkeys/first';
/** POST: what the browser asks a passkey for, to sign in or to prove that it is still you. */
export const passkeyRequestPath = '/api/passkeys/request';
/** POST: signs in. */
export const passkeySessionPath = '/api/session/passkey';
export const claimByPasskeyPath = '/api/claim/passkey';
export const joinByPasskeyPath = '/api/join/passkey';

/** Bytes as base64url text (WebAuthn Level 3, 5.1 and 5.5: the JSON forms). */
const bytes = z.string().check(z.minLength(1), z.maxLength(20_000), isStorable);
const transports = z.array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']));
const descriptors = z.array(
  z.object({ id: bytes, type: z.literal('public-key'), transports: z.exactOptional(transports) }),
);
const verification = z.enum(['required', 'preferred', 'discouraged']);

/** What the browser makes a passkey from. */
export const creationOptionsSchema = z.object({
  rp: z.object({ name: z.string(), id: z.exactOptional(z.string()) }),
  user: z.object({ id: bytes, name: z.string(), displayName: z.string() }),
  challenge: bytes,
  pubKeyCredParams: z.array(z.object({ alg: z.int(), type: z.literal('public-key') })),
  timeout: z.exactOptional(z.number()),
  excludeCredentials: z.exactOptional(descriptors),
  authenticatorSelection: z.exactOptional(
    z.object({
      residentKey: z.exactOptional(verification),
      requireResidentKey: z.exactOptional(z.boolean()),
      userVerification: z.exactOptional(verification),
    }),
  ),
});
export type CreationOptions = z.infer<typeof creationOptionsSchema>;

/** What the browser asks a passkey for. */
export const requestOptionsSchema = z.object({
  challenge: bytes,
  timeout: z.exactOptional(z.number()),
  rpId: z.exactOptional(z.string()),
  allowCredentials: z.exactOptional(descriptors),
  userVerification: z.exactOptional(verification),
});
export type RequestOptions = z.infer<typeof requestOptionsSchema>;

/** A passkey that was just made. */
export const createdPasskeySchema = z.object({
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.exactOptional(
      z.array(z.string().check(z.maxLength(30), isStorable)).check(z.maxLength(10)),
    ),
  }),
  clientExtensionResults: z.object({}),
});
export type CreatedPasskey = z.infer<typeof createdPasskeySchema>;

/** A passkey's word. */
export const givenPasskeySchema = z.object({
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: z.exactOptional(bytes),
  }),
  clientExtensionResults: z.object({}),
});
export type GivenPasskey = z.infer<typeof givenPasskeySchema>;

const nameSchema = z
  .string()
  .check(z.trim(), z.minLength(1, 'is missing'), z.maxLength(60, 'is longer than 60 characters'), isStorable);
export const addPasskeyRequestSchema = z.strictObject({ passkey: createdPasskeySchema, name: nameSchema });
export const namePasskeyRequestSchema = z.strictObject({ name: nameSchema });
export const passkeyParamsSchema = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(100), isStorable),
});

export const listedPasskeySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** ISO 8601. */
  addedAt: z.string(),
});
export type ListedPasskey = z.infer<typeof listedPasskeySchema>;
export const passkeyListSchema = z.array(listedPasskeySchema);

/** For whom a first passkey is made. */
export const firstPasskeyRequestSchema = z.strictObject({ name: personNameSchema, email: emailSchema });
export type FirstPasskeyRequest = z.infer<typeof firstPasskeyRequestSchema>;

export const passkeySignInRequestSchema = z.strictObject({ passkey: givenPasskeySchema });
export const claimByPasskeyRequestSchema = z.strictObject({
  token: linkTokenSchema,
  name: personNameSchema,
  email: emailSchema,
  passkey: createdPasskeySchema,
});
export type ClaimByPasskeyRequest = z.infer<typeof claimByPasskeyRequestSchema>;
export const joinByPasskeyRequestSchema = z.strictObject({
  token: linkTokenSchema,
  name: personNameSchema,
  passkey: createdPasskeySchema,
});
export type JoinByPasskeyRequest = z.infer<typeof joinByPasskeyRequestSchema>;
