import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { DatabaseSync } from '@photostructure/sqlite';
import * as z from 'zod/mini';
import { makeScratch } from '../harness/scratch.ts';
import { serveFile } from './serve-file.ts';

export interface SideServer {
  readonly url: string;
  countRows(): Promise<number>;
  close(): void;
}

interface Routes {
  readonly push: (body: Buffer) => string;
  readonly pull: (afterSeq: number, limit: number) => string | Buffer;
}

const bareSchema = z.array(z.looseObject({ id: z.string() }));
const document = z.looseObject({ id: z.string() });
const rxdbSchema = z.array(
  z.object({ newDocumentState: document, assumedMasterState: z.optional(z.nullable(document)) }),
);

/** No account, no merge, no history: one durable transaction a batch. Bodies are gzipped both ways, as the app's. */
export function serveBare(pageFolder: string): Promise<SideServer> {
  const rows = openRows();
  return listen(pageFolder, rows, {
    push(body) {
      const batch = bareSchema.parse(JSON.parse(gunzipSync(body).toString()));
      rows.keep(batch.map((row) => ({ id: row.id, text: JSON.stringify(row) })));
      return '{}';
    },
    pull: (seq, limit) => gzipSync(`[${rows.listAfter(seq, limit).join(',')}]`),
  });
}

/** The routes of https://rxdb.info/replication-http.html over SQLite, a whole batch in one transaction. */
export function serveRxdb(pageFolder: string): Promise<SideServer> {
  const rows = openRows();
  return listen(pageFolder, rows, {
    push(body) {
      const changes = rxdbSchema.parse(JSON.parse(body.toString()));
      const isNew = (change: (typeof changes)[number]) =>
        JSON.stringify(change.assumedMasterState ?? null) ===
        (rows.read(change.newDocumentState.id) ?? 'null');
      const conflicts = changes.filter((change) => !isNew(change));
      const taken = changes.filter(isNew).map(({ newDocumentState: state }) => state);
      rows.keep(taken.map((state) => ({ id: state.id, text: JSON.stringify(state) })));
      return `[${conflicts.map(({ newDocumentState: { id } }) => rows.read(id)).join(',')}]`;
    },
    pull(seq, limit) {
      const documents = rows.listAfter(seq, limit);
      return `{"documents":[${documents.join(',')}],"checkpoint":{"seq":${seq + documents.length}}}`;
    },
  });
}

function openRows() {
  const db = new DatabaseSync(join(makeScratch('side'), 'side.sqlite'));
  db.exec('pragma journal_mode = wal; pragma synchronous = full');
  db.exec('create table row (id text primary key, seq integer not null unique, "row" text not null) strict');
  const upsert = db.prepare(
    'insert into row values (?, ?, ?) on conflict (id) do update set seq = excluded.seq, "row" = excluded."row"',
  );
  const page = db.prepare('select "row" from row where seq > ? order by seq limit ?');
  const one = db.prepare('select "row" from row where id = ?');
  let seq = 0;
  return {
    keep(batch: readonly { readonly id: string; readonly text: string }[]) {
      db.exec('begin immediate');
      for (const { id, text } of batch) upsert.run(id, ++seq, text);
      db.exec('commit');
    },
    listAfter: (after: number, limit: number) => page.all(after, limit).map(({ row }) => String(row)),
    read(id: string): string | undefined {
      const found = one.get(id);
      return found && String(found.row);
    },
    count: () => Number(db.prepare('select count(*) as rows from row').get()?.rows),
    close: () => db.close(),
  };
}

async function listen(
  pageFolder: string,
  rows: ReturnType<typeof openRows>,
  routes: Routes,
): Promise<SideServer> {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://side');
    if (pathname === '/push') return answer(response, routes.push(await readBody(request)));
    if (pathname !== '/pull') return serveFile(pageFolder, pathname, response);
    answer(response, routes.pull(Number(searchParams.get('seq')), Number(searchParams.get('limit'))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Listening on no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    countRows: async () => rows.count(),
    close() {
      server.close();
      server.closeAllConnections();
      rows.close();
    },
  };
}

function answer(response: ServerResponse, body: string | Buffer): void {
  response.setHeader('content-type', 'application/json');
  if (typeof body !== 'string') response.setHeader('content-encoding', 'gzip');
  response.end(body);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}
