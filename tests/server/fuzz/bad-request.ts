import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { RouteOptions } from 'fastify';
import * as z from 'zod/mini';
import { cardPath } from '../../../src/protocol/card-page.ts';
import { formMediaType } from '../../../src/server/edge/parse-form-bodies.ts';
import { almost } from './nasty-json.ts';
import { schemaToArbitrary } from './schema-arbitrary.ts';

/** The token of a card that is open while requests are sent. */
export const fuzzedCard = 'fuzzedcardfuzzedcardfu';

/** What goes over one connection, byte by byte. */
export interface BadRequest {
  /** `POST /api/sync`: the route that it is meant for. */
  readonly route: string;
  /** Before the first empty line; `{cookie}` stands for the cookie of whoever is signed in. */
  readonly head: string;
  readonly body: Buffer;
  /** It says wrongly how long it is. */
  readonly isCutOff: boolean;
}

const bomb = gzipSync(Buffer.alloc(20_000_000));
const methodsWithBody = new Set(['POST', 'PUT', 'PATCH']);
const oddTypes = [
  ...['application/json', 'application/json', 'application/json; charset=utf-16', 'text/plain', ''],
  ...['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/octet-stream'],
  ...['application/json;;;', 'a/b/c', '*/*', 'APPLICATION/JSON', 'application/problem+json', '\u0001'],
];
const oddEncodings = ['gzip', 'gzip', 'GZIP ', 'deflate', 'br', 'identity', 'gzip, gzip', 'x', ''];
const oddLines = [
  ...[
    'Content-Length: 5',
    'Content-Length: -1',
    'Content-Length: 99999999999999999999',
    'Expect: 100-continue',
  ],
  ...[
    'Content-Length: 4\r\nContent-Length: 5',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: chunked, gzip',
  ],
  ...['Transfer-Encoding : chunked', 'Upgrade: websocket\r\nConnection: upgrade', 'Cookie: =;;;=%zz;\u00ff'],
  ...['Origin: https://evil.example', 'Origin: null', 'Sec-Fetch-Site: cross-site', 'Host: a b', 'Host:'],
  ...['X-Forwarded-For: \u00ff, ,,1', 'X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: gopher'],
  ...[
    'Accept-Encoding: gzip',
    'Accept: text/html',
    'Range: bytes=0-,-1',
    'If-None-Match: *',
    'Authorization: Basic %%%',
  ],
  ...[
    'Authorization: Bearer x',
    `X-Long: ${'x'.repeat(20_000)}`,
    `${'X-Many: 1\r\n'.repeat(300)}X: 1`,
    'No colon here',
  ],
  ...[
    'If-Modified-Since: never',
    'Content-Encoding: gzip',
    'TE: trailers\r\nTrailer: X',
    ' folded: x',
    'X: a\0b',
  ],
];
const oddPaths = [
  '%',
  '%00',
  '%zz',
  '..%2f..%2f',
  '//',
  '?',
  '?a=1&a=2&__proto__=1',
  '#x',
  ';x',
  'é',
  '%ff',
  `?${'a=1&'.repeat(2_000)}`,
];
const oddWords = [
  '%00',
  '..',
  '%2e%2e%2f',
  '',
  'x'.repeat(3_000),
  '-1',
  '1e9',
  'NaN',
  '__proto__',
  '%F0%9F%98%80',
  '%c0%af',
  '%',
];
const oddVersions = [
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.0',
  'HTTP/2.0',
  'http/1.1',
  '',
];

/** Requests to one route that are almost right. */
export function badRequestTo(route: RouteOptions, method: string): fc.Arbitrary<BadRequest> {
  const name = `${method} ${route.url}`;
  const path = pathTo(route);
  const odd = fc.option(fc.constantFrom(...oddLines), { nil: '', freq: 4 });
  const address = fc.ipV4().map((ip) => `X-Forwarded-For: ${ip}`);
  const cookie = fc.constantFrom(
    'Cookie: {cookie}',
    'Cookie: {cookie}',
    'Cookie: {cookie}',
    '',
    'Cookie: x=y',
  );
  const payload = methodsWithBody.has(method) ? payloadOf(route) : fc.oneof(noPayload, anyPayload);
  return fc
    .record({ path, payload, odd, address, cookie, version: fc.constantFrom(...oddVersions) })
    .map(({ path: target, payload: { lines, body }, odd: oddLine, address: from, cookie: who, version }) => {
      const hasLength = /^(content-length|transfer-encoding)/i.test(oddLine);
      const length = hasLength || body.length === 0 ? '' : `Content-Length: ${body.length}`;
      const host = oddLine.startsWith('Host') ? '' : 'Host: people.example';
      const head = [
        `${method} ${target} ${version}`,
        host,
        'Connection: close',
        from,
        who,
        length,
        lines,
        oddLine,
      ];
      return {
        route: name,
        head: head.filter((line) => line !== '').join('\r\n'),
        body,
        isCutOff: hasLength,
      };
    });
}

interface Payload {
  readonly lines: string;
  readonly body: Buffer;
}

const asJson = 'Content-Type: application/json';
const noPayload = fc.constant<Payload>({ lines: '', body: Buffer.alloc(0) });
const packedJson = `${asJson}\r\nContent-Encoding: gzip`;
const tooMuch = fc.constantFrom<Payload>(
  { lines: packedJson, body: bomb },
  { lines: packedJson, body: bomb.subarray(0, 5_000) },
  { lines: asJson, body: Buffer.alloc(2_100_000, ' ') },
);
const anyPayload: fc.Arbitrary<Payload> = fc
  .record({
    type: fc.constantFrom(...oddTypes),
    encoding: fc.constantFrom(...oddEncodings),
    body: fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.constantFrom(bomb, gzipSync('{}'), gzipSync('{"a":'), bomb.subarray(0, 5_000), Buffer.from('{}')),
    ),
  })
  .map(({ type, encoding, body }) => ({
    lines: [type && `Content-Type: ${type}`, encoding && `Content-Encoding: ${encoding}`]
      .filter(Boolean)
      .join('\r\n'),
    body,
  }));

const asForm = `Content-Type: ${formMediaType}`;
const oddPairs = [
  '',
  '%',
  '&&==',
  'name=%ff%00',
  'form',
  'name=a&name=b',
  '__proto__=x',
  `x=${'+'.repeat(20_000)}`,
];

/** What a page without script sends, and nearly that. */
function formOf(schema: z.core.$ZodType): fc.Arbitrary<Payload> {
  const pairs = wordsOf(schema).map((words) => new URLSearchParams(words).toString());
  return fc
    .tuple(pairs, fc.option(fc.constantFrom(...oddPairs), { nil: '' }))
    .map(([right, odd]) => ({ lines: asForm, body: Buffer.from(odd === '' ? right : `${right}&${odd}`) }));
}

function payloadOf({ schema, config }: RouteOptions): fc.Arbitrary<Payload> {
  if (config?.takesForm === true && isSchema(schema?.body)) {
    return fc.oneof(
      { weight: 6, arbitrary: formOf(schema.body) },
      { weight: 1, arbitrary: tooMuch },
      { weight: 2, arbitrary: anyPayload },
    );
  }
  if (!isSchema(schema?.body)) {
    const bytes = fc.uint8Array({ maxLength: 2_000 }).map((some) => Buffer.from(some));
    const typed = bytes.map((body) => ({ lines: 'Content-Type: application/octet-stream', body }));
    return fc.oneof({ weight: 2, arbitrary: typed }, { weight: 1, arbitrary: anyPayload });
  }
  const text = almost(schemaToArbitrary(schema.body));
  const plain = text.map((json): Payload => ({ lines: asJson, body: Buffer.from(json) }));
  const packed = text.map((json): Payload => ({ lines: packedJson, body: gzipSync(json) }));
  return fc.oneof(
    { weight: 6, arbitrary: plain },
    { weight: 2, arbitrary: packed },
    { weight: 1, arbitrary: tooMuch },
    { weight: 2, arbitrary: anyPayload },
  );
}

/** The address with its parameters and its query: right ones, or one of them wrong. */
function pathTo({ url, schema }: RouteOptions): fc.Arbitrary<string> {
  const wrong = fc.constantFrom(...oddWords);
  const params = wordsOf(schema?.params);
  const query = wordsOf(schema?.querystring);
  const filled = fc
    .tuple(params, query, fc.nat(9), wrong, fc.constantFrom(...oddPaths))
    .map(([words, asked, which, odd, end]) => {
      let n = 0;
      const path = url.replaceAll(/:(\w+)|\*/g, (_all, name: string | undefined) => {
        n += 1;
        if (which === n) return odd;
        // One that opens a page: chance would find none.
        return url.startsWith(cardPath) ? fuzzedCard : encodeURIComponent(words[name ?? ''] ?? 'x');
      });
      const pairs = Object.entries(asked).map(([key, value]) => {
        n += 1;
        return `${key}=${which === n ? odd : encodeURIComponent(value)}`;
      });
      return `${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}${which === 9 ? end : ''}`;
    });
  return filled.map((path) => path.replaceAll(' ', '%20'));
}

function wordsOf(schema: unknown): fc.Arbitrary<Record<string, string>> {
  if (!isSchema(schema)) return fc.constant({});
  return schemaToArbitrary(schema).map((value) => {
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).map(([key, word]) => [key, String(word)]));
  });
}

/** What a route says of its body or parameters, when it says anything: in this server only zod does. */
export function isSchema(schema: unknown): schema is z.core.$ZodType {
  return schema instanceof z.core.$ZodType;
}
