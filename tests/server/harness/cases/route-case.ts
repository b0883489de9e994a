import type { Member, TwoAccounts } from '../two-accounts.ts';

/** What goes over the wire, but for the cookie, which is of whoever calls. */
export interface CaseRequest {
  readonly path: string;
  readonly type?: string;
  readonly body?: string | Buffer<ArrayBuffer>;
  /** An app password, as the header says it. */
  readonly authorization?: string;
}

/** How one route is called so that it succeeds for the one whose things it is about. */
export interface RouteCase {
  /** Why it answers without a session. The route itself says `config: { open: true }`, or is no part of the API. */
  readonly open?: string;
  /** It takes an app password and no session: the route itself says `config: { appScope }`. */
  readonly takesAppPassword?: true;
  /** The request names something of the account: from anybody else it must get 401, 403 or 404. */
  readonly names?: true;
  /** Only the one who claimed the server may: everybody else gets 403 for whatever they ask. */
  readonly ownerAlone?: true;
  /** It ends sessions or changes how somebody signs in: each call is of members who were made for it. */
  readonly byNewMembers?: true;
  /** Nothing here can make it succeed: everybody gets that status alike, and no row changes. */
  readonly refused?: { readonly status: number; readonly why: string };
  /** What the holder of a link learns or uses up of whoever gave it to them. */
  readonly givenAway?: { readonly words?: readonly string[]; readonly table?: 'invitation' };
  /** The answer goes on for as long as both sides hold on. */
  readonly stream?: true;
  /** Makes what the request needs, as `of`, and gives the request. */
  request(of: Member, world: TwoAccounts): CaseRequest | Promise<CaseRequest>;
}

export type RouteCases = Readonly<Record<string, RouteCase>>;

export const json = (path: string, body: unknown): CaseRequest => ({
  path,
  type: 'application/json',
  body: JSON.stringify(body),
});

export const byId = (path: string, id: string) => path.replace(':id', id);

export const proofOf = ({ password }: Pick<Member, 'password'>) => ({ kind: 'password', password });

/** Posts as `of` and gives the answer, which must be a good one. */
export async function made(of: Member, world: TwoAccounts, { path, body }: { path: string; body: unknown }) {
  const answer = await world.send('POST', json(path, body), of.cookie);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
  return JSON.parse(text) as unknown;
}
