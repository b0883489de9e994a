import { createHmac } from 'node:crypto';
import { canonicalJson } from '../../domain/json.ts';
import type { Edit, FieldValues } from '../../domain/row.ts';
import { readingToStamp } from '../../domain/stamp.ts';
import { readPhone } from '../../exchange/phone.ts';
import type { FoundCard } from './find-card.ts';
import type { FormToken } from './form-token.ts';
import type { Visitor } from './visitor-form.ts';

/** In the stamps of what comes by a public page. */
export const cardPageDevice = 'publicpage';
/** A new row has one entry of a kind. */
const entryId = 'bythecard';
const counters = 36 ** 3;

interface Sending {
  readonly card: FoundCard;
  readonly visitor: Visitor;
  readonly token: FormToken;
  /** ISO 8601, UTC. */
  readonly sentAt: string;
}

/**
 * The edit that makes the row of a visitor. Its id and its stamp follow from the form and from what was sent, so that
 * the same sent again is the same edit, which changes nothing (docs/sync.md S-8), whichever process takes it.
 */
export function makeVisitorEdit({ card, visitor, token, sentAt }: Sending, secret: string): Edit {
  const said = visitorToValues(visitor, card.profileId);
  const digest = createHmac('sha256', secret)
    .update(`visitor ${card.accountId} ${token.nonce} ${canonicalJson(said)}`)
    .digest();
  const reading = { ms: token.issuedMs, counter: digest.readUInt32BE(0) % counters };
  return {
    table: 'visitor',
    id: toUuidV7(token.issuedMs, digest.subarray(4)),
    stamp: readingToStamp(reading, cardPageDevice),
    values: { ...said, sentAt },
  };
}

/** Where somebody is at home is not known here: a number in a national form is read by the agent's device. */
function visitorToValues({ name, phone, email, message }: Visitor, profile: string): FieldValues {
  const { e164 } = readPhone(phone, '');
  return {
    profile,
    name,
    message,
    ...(phone !== '' && { [`phone/${entryId}`]: { typed: phone, ...(e164 !== undefined && { e164 }) } }),
    ...(email !== '' && { [`email/${entryId}`]: { typed: email } }),
  };
}

/** RFC 9562, 5.7: 48 bits of milliseconds, then what was drawn by lot, here at least 74 bits of a digest. */
function toUuidV7(ms: number, bytes: Buffer): string {
  const hex = bytes.toString('hex');
  const time = ms.toString(16).padStart(12, '0');
  const variant = (0x8 + (Number.parseInt(hex.slice(3, 4), 16) % 4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}
