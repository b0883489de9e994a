import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * A secret that is carried around: in a QR code, or by another program. It begins with the account, as every
 * index does, and with which of the account's secrets it is; 32 random bytes follow. 75 characters of base64url.
 */
export interface AccountToken {
  readonly accountId: string;
  /** 11 characters of base64url. */
  readonly id: string;
  readonly secretHash: string;
}

const accountBytes = 16;
const idBytes = 8;
const secretBytes = 32;
const tokenPattern = /^[\w-]{75}$/;

/** `accountId` is a UUID. */
export function makeAccountToken(accountId: string): AccountToken & { readonly token: string } {
  const account = Buffer.from(accountId.replaceAll('-', ''), 'hex');
  if (account.length !== accountBytes) throw new Error('The id of an account is a UUID');
  const id = randomBytes(idBytes);
  const secret = randomBytes(secretBytes);
  const token = Buffer.concat([account, id, secret]).toString('base64url');
  return { accountId, id: id.toString('base64url'), secretHash: hashSecret(secret), token };
}

export function readAccountToken(token: string): AccountToken | undefined {
  if (!tokenPattern.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== accountBytes + idBytes + secretBytes) return undefined;
  return {
    accountId: bytes
      .toString('hex', 0, accountBytes)
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    id: bytes.toString('base64url', accountBytes, accountBytes + idBytes),
    secretHash: hashSecret(bytes.subarray(accountBytes + idBytes)),
  };
}

/** In a time that does not depend on where they differ. */
export function isSameHash(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function hashSecret(secret: Uint8Array): string {
  return createHash('sha256').update(secret).digest('hex');
}
