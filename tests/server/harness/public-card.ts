import type { LightMyRequestResponse } from 'fastify';
import { JSDOM } from 'jsdom';
import type { Json } from '../../../src/domain/json.ts';
import type { Edit, Row } from '../../../src/domain/row.ts';
import { cardPath, pathOfCard } from '../../../src/protocol/card-page.ts';
import { type SyncResponse, syncResponseSchema } from '../../../src/protocol/sync.ts';
import { wireToRow } from '../../../src/protocol/wire-row.ts';
import { issueFormToken } from '../../../src/server/cards/form-token.ts';
import { formMediaType } from '../../../src/server/edge/parse-form-bodies.ts';
import { StorageAwayError } from '../../../src/server/storage/storage.ts';
import { editOf, stampAt } from '../../contract/storage-fixture.ts';
import { type BuiltServer, buildTestServer, secret as builtSecret, claim, postSync } from './built-server.ts';

/** The n-th card of a test, at its time. */
export function cardEdit(n: number, ms: number, values: Record<string, Json>): Edit {
  return editOf(n, stampAt(ms), values, { table: 'profile' });
}

/** What a browser sends of the form of a card, which was drawn some time ago. */
export function visitorForm(
  token: string,
  more: Record<string, string> = {},
  { drawnAt = new Date('2026-01-02T03:04:00.000Z'), secret = builtSecret } = {},
): { type: string; body: string } {
  const form = issueFormToken(secret, token, drawnAt.getTime());
  const fields = { name: 'Vera Visitor', phone: '+1 231 555 0142', email: '', message: '', website: '' };
  return { type: formMediaType, body: new URLSearchParams({ form, ...fields, ...more }).toString() };
}

/** A page as a browser reads it, without running anything. */
export function readPage(text: string) {
  const { document } = new JSDOM(text).window;
  const textsOf = (selector: string) =>
    [...document.querySelectorAll(selector)].map((one) =>
      (one.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
  const fieldOf = (name: string) => {
    const field = document.querySelector(`[name="${name}"]`);
    return field?.tagName === 'TEXTAREA' ? field.textContent : (field?.getAttribute('value') ?? null);
  };
  const linksOf = (selector: string) =>
    [...document.querySelectorAll(selector)].map((one) => one.getAttribute('href'));
  return { document, textsOf, fieldOf, linksOf };
}

/** Of the card of a built card server. */
export const token = 'annscardannscardannsca';
export const ann: Record<string, Json> = {
  label: 'Only for me',
  name: 'Ann <script>alert(1)</script> Agent',
  company: 'Peacock & Sons "Real" Estate',
  title: "Buyer's agent",
  token,
  'phone/aaaaaaaa': { typed: '(231) 555-0100', e164: '+12315550100', label: 'work' },
  'phone/bbbbbbbb': { typed: 'ask at the desk' },
  'phone/cccccccc': null,
  'email/aaaaaaaa': { typed: 'ann@example.com' },
  'handle/aaaaaaaa': { typed: '@ann', network: 'Instagram', url: 'https://www.instagram.com/ann?a=1&b="2"' },
  'handle/bbbbbbbb': { typed: 'run me', url: 'javascript:alert(1)' },
  'handle/cccccccc': { typed: 'read me', url: 'data:text/html,<script>alert(1)</script>' },
  'address/aaaaaaaa': { typed: '12 Mill Street, Clare' },
};

export interface CardServer {
  readonly server: BuiltServer;
  readonly cookie: string;
  /** What the server sees: its clock, and whether its storage answers. */
  readonly world: { now: Date; isStorageAway: boolean };
  sync(edits?: readonly Edit[]): Promise<SyncResponse>;
  get(url?: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  /** Sends the form of Ann's card, with something else in it. */
  post(more?: Record<string, string>, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  postBody(
    payload: string | Buffer,
    headers?: Record<string, string>,
    to?: string,
  ): Promise<LightMyRequestResponse>;
  /** Those who sent their details, as a device gets them. */
  visitors(): Promise<Row[]>;
}

/** A server whose owner has the card `ann`. */
export async function buildCardServer(): Promise<CardServer> {
  const world = { now: new Date('2026-01-02T03:04:05.000Z'), isStorageAway: false };
  const server = await buildTestServer({
    origin: 'https://people.example',
    now: () => world.now,
    wrapStorage: (storage) => ({
      ...storage,
      sync: async (input) => {
        if (world.isStorageAway) throw new StorageAwayError();
        return storage.sync(input);
      },
    }),
  });
  const cookie = await claim(server);
  const sync: CardServer['sync'] = async (edits = []) => {
    const answer = syncResponseSchema.parse((await server.app.inject(postSync(cookie, edits))).json());
    if (answer.refused.length > 0) throw new Error(`Refused: ${JSON.stringify(answer.refused)}`);
    return answer;
  };
  const postBody: CardServer['postBody'] = (payload, headers = {}, to = token) =>
    server.app.inject({
      method: 'POST',
      url: pathOfCard(cardPath, to),
      headers: { 'content-type': formMediaType, ...headers },
      payload,
    });
  await sync([cardEdit(1, 1, ann)]);
  return {
    ...{ server, cookie, world, sync, postBody },
    get: (url = pathOfCard(cardPath, token), headers = {}) => server.app.inject({ url, headers }),
    post: (more = {}, headers = {}) => postBody(visitorForm(token, more).body, headers),
    visitors: async () => (await sync()).rows.map(wireToRow).filter(({ table }) => table === 'visitor'),
  };
}
