import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

const aYear = 365 * 24 * 3_600;

/**
 * A browser that has signed in once carries a cookie that says so for that name. It opens nothing: guesses that
 * come with it are counted apart, so that a flood of guesses at a name from elsewhere does not keep its owner out
 * (OWASP: "Slow Down Online Guessing Attacks with Device Cookies").
 */
export interface KnownDevices {
  /** The device's id, when it has signed in with this email before. */
  find(cookies: string | undefined, email: string): string | undefined;
  /** A Set-Cookie header for who has just signed in. */
  remember(email: string): string;
}

export function createKnownDevices(secret: string, isHttps: boolean): KnownDevices {
  const name = isHttps ? '__Host-justmet.known' : 'justmet.known';
  const sign = (id: string, email: string) =>
    createHmac('sha256', secret).update(`known device ${id} ${email.toLowerCase()}`).digest('base64url');
  return {
    find(cookies = '', email) {
      const value = cookies
        .split(';')
        .map((cookie) => cookie.trim())
        .find((cookie) => cookie.startsWith(`${name}=`))
        ?.slice(name.length + 1);
      const [id = '', signature = ''] = value?.split('.') ?? [];
      return isSame(signature, sign(id, email)) ? id : undefined;
    },
    remember(email) {
      const id = randomUUID();
      const attributes = `Max-Age=${aYear}; Path=/; HttpOnly; SameSite=Strict${isHttps ? '; Secure' : ''}`;
      return `${name}=${id}.${sign(id, email)}; ${attributes}`;
    },
  };
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
