import { promisify } from 'node:util';
import { gunzip, gunzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { badRequest, ProblemError, tooLarge } from '../problem.ts';

const gunzipped = promisify(gunzip);
/**
 * Up to so many packed bytes are unpacked at once: sending them to another thread takes longer, and they come back
 * one by one, where requests that arrive together should go on together (storage/run-together.ts).
 */
const maxUnpackedAtOnce = 16_000;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Deeper than anything of ours, and far from where a recursive check runs out of stack. */
const maxDepth = 20;

/**
 * Takes JSON only, plain or gzipped, up to the route's `bodyLimit` after decompression as well. The parser
 * unpacks the gzip itself, since a limit that stops the unpacking is the one safe kind. It has no limit of its
 * own: that one would hold for every route that names none.
 */
export function parseJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      const text = await readBodyText(request, body);
      return text === '' ? undefined : parseJson(text);
    },
  );
}

/** A body as text, plain or gzipped, up to the route's `bodyLimit`. */
export async function readBodyText(request: FastifyRequest, body: Buffer): Promise<string> {
  return decode(await unpack(request, body));
}

async function unpack({ headers, routeOptions }: FastifyRequest, body: Buffer): Promise<Buffer> {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '') return body;
  if (encoding !== 'gzip') {
    throw new ProblemError({ status: 415, detail: 'Send the body as it is, or with content-encoding gzip.' });
  }
  try {
    const limit = { maxOutputLength: routeOptions.bodyLimit };
    return body.length > maxUnpackedAtOnce ? await gunzipped(body, limit) : gunzipSync(body, limit);
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge();
    throw badBody('is not gzip');
  }
}

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw badBody('is not UTF-8');
  }
}

function parseJson(text: string): unknown {
  const value = parseText(text);
  if (isDeeperThan(maxDepth, value)) throw badBody('is nested too deeply');
  return value;
}

function parseText(text: string): unknown {
  try {
    return mayHoldProto(text) ? JSON.parse(text, refuseProto) : JSON.parse(text);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw badBody('is not JSON');
  }
}

/** Walking every value costs ten times the parsing, so only texts that could hold the key are walked. */
function mayHoldProto(text: string): boolean {
  return text.includes('__proto__') || text.includes('\\u');
}

/** A key that would become somebody's prototype when objects are copied. */
function refuseProto(key: string, value: unknown): unknown {
  if (key === '__proto__') throw badBody('has a key __proto__');
  return value;
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  const members = value as Record<string, unknown>;
  for (const key in members) if (isDeeperThan(levels - 1, members[key])) return true;
  return false;
}

function badBody(detail: string): ProblemError {
  return badRequest([{ field: '', detail }]);
}
