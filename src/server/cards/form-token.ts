import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What one drawing of the form carries, and what its sending is known by. */
export interface FormToken {
  readonly issuedMs: number;
  readonly nonce: string;
}

export type FormTokenReading =
  | { readonly kind: 'good' | 'too-early' | 'too-late'; readonly token: FormToken }
  | { readonly kind: 'forged' };

/** Nobody fills in a form faster. */
const minAgeMs = 2_000;
const maxAgeMs = 24 * 3_600_000;

/** Shows that this server drew the form, for that card, and when. It is no secret of anybody's. */
export function issueFormToken(secret: string, cardToken: string, nowMs: number): string {
  const body = `${nowMs.toString(36)}.${randomBytes(16).toString('base64url')}`;
  return `${body}.${sign(secret, cardToken, body)}`;
}

export function readFormToken(
  secret: string,
  cardToken: string,
  text: string,
  nowMs: number,
): FormTokenReading {
  const [issued = '', nonce = '', signature = ''] = text.split('.');
  if (!isSame(signature, sign(secret, cardToken, `${issued}.${nonce}`))) return { kind: 'forged' };
  const token = { issuedMs: Number.parseInt(issued, 36), nonce };
  const ageMs = nowMs - token.issuedMs;
  if (ageMs > maxAgeMs) return { kind: 'too-late', token };
  return { kind: ageMs < minAgeMs ? 'too-early' : 'good', token };
}

function sign(secret: string, cardToken: string, body: string): string {
  return createHmac('sha256', secret).update(`card form ${cardToken} ${body}`).digest('base64url');
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
