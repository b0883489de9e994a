import type { IncomingHttpHeaders } from 'node:http';

/** Only what better-auth needs, and nothing that a Headers object would throw at. */
export function toHeaders(headers: IncomingHttpHeaders, more: Record<string, string> = {}): Headers {
  const { cookie = '', 'user-agent': agent = '' } = headers;
  return new Headers({ cookie: printable(cookie), 'user-agent': printable(agent), ...more });
}

/** The same without who is signed in. */
export function toHeadersOfNobody(headers: IncomingHttpHeaders, more: Record<string, string> = {}): Headers {
  const cookies = (headers.cookie ?? '').split(';').filter((cookie) => !/session_(token|data)/.test(cookie));
  return toHeaders({ ...headers, cookie: cookies.join(';') }, more);
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '');
}
