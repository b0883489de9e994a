import * as z from 'zod/mini';
import { deviceIdSchema, deviceNameSchema } from './devices.ts';
import { sessionSchema } from './session.ts';

/**
 * How a phone joins (docs/decisions/0017-devices.md): a signed-in device makes a code and shows it; the phone
 * claims it with the hash of a key of its own; both show the same three words; the signed-in device confirms;
 * the phone shows its key and gets its session.
 */

/** POST: makes a code, which ends the one before. */
export const pairingsPath = '/api/pairings';
/** GET: how it stands. DELETE: ends it. */
export const pairingPath = '/api/pairings/:id';
/** POST: the words match. */
export const confirmPairingPath = '/api/pairings/:id/confirm';
/** POST, without a session: the phone has read the code. */
export const claimPairingPath = '/api/pairings/claim';
/** POST, without a session: the phone asks whether it may come in. */
export const joinPairingPath = '/api/pairings/join';

/** The page of the app that the code opens; the token follows the #, so that no server's log has it. */
export const joinPagePath = '/join-phone';

/** A code lives so long until it is read, and as long again until the words are compared. */
export const pairingMs = 120_000;
export const maxWrongTries = 5;

const token = z.string().check(z.regex(/^[\w-]{75}$/, 'is not the code of a phone to add'));
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256'));

export const pairingParamsSchema = z.strictObject({
  id: z.string().check(z.regex(/^[\w-]{11}$/, 'is not the id of a code')),
});

export const newPairingSchema = z.strictObject({
  id: z.string(),
  token: z.string(),
  leftMs: z.number(),
});
export type NewPairing = z.infer<typeof newPairingSchema>;

export const claimPairingRequestSchema = z.strictObject({
  token,
  /** SHA-256 of the key that the phone has just drawn. */
  joiner: hash,
  name: deviceNameSchema,
});
export type ClaimPairingRequest = z.infer<typeof claimPairingRequestSchema>;

/** What the words are made of, beside the phone's own `joiner`. */
export const claimedPairingSchema = z.strictObject({
  id: z.string(),
  /** Drawn by the server after it had the phone's hash. */
  nonce: hash,
  /** Whose contact database it is. */
  owner: z.strictObject({ name: z.string(), email: z.string() }),
  leftMs: z.number(),
});
export type ClaimedPairing = z.infer<typeof claimedPairingSchema>;

export const pairingStateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting'), leftMs: z.number() }),
  z.strictObject({
    state: z.literal('claimed'),
    leftMs: z.number(),
    joiner: hash,
    nonce: hash,
    name: z.string(),
  }),
  z.strictObject({ state: z.literal('confirmed'), leftMs: z.number() }),
  z.strictObject({ state: z.literal('joined') }),
  /** Read twice, tried too often, or taken back. */
  z.strictObject({ state: z.literal('void') }),
  z.strictObject({ state: z.literal('expired') }),
]);
export type PairingAnswer = z.infer<typeof pairingStateSchema>;

/** Names the phone whose words were compared: another one's claim is not confirmed with it. */
export const confirmPairingRequestSchema = z.strictObject({ joiner: hash });

export const joinPairingRequestSchema = z.strictObject({
  token,
  /** What `joiner` is the SHA-256 of: 64 hexadecimal digits. */
  key: hash,
  device: deviceIdSchema,
});
export type JoinPairingRequest = z.infer<typeof joinPairingRequestSchema>;

export const joinPairingAnswerSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting') }),
  z.strictObject({ state: z.literal('joined'), session: sessionSchema }),
]);
