import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DatabaseSync } from '@photostructure/sqlite';
import * as z from 'zod/mini';
import { makeScratch } from '../harness/scratch.ts';

export interface BarePushServer {
  readonly url: string;
  countRows(): number;
  close(): void;
}

const batchSchema = z.array(z.object({ store: z.string(), id: z.string(), row: z.string() }));

/**
 * The least that a server can do with pushed rows and still keep them: one durable transaction a batch.
 * No account, no merge, no history, no numbers.
 */
export async function serveBarePush(): Promise<BarePushServer> {
  const db = new DatabaseSync(join(makeScratch('bare-data'), 'bare.sqlite'));
  db.exec('pragma journal_mode = WAL; pragma synchronous = FULL');
  db.exec('create table row (id text primary key, store text not null, "row" text not null) without rowid');
  const upsert = db.prepare(
    'insert into row values (?, ?, ?) on conflict (id) do update set "row" = excluded."row"',
  );
  const keep = (body: Buffer) => {
    db.exec('begin immediate');
    for (const { store, id, row } of batchSchema.parse(JSON.parse(gunzipSync(body).toString()))) {
      upsert.run(id, store, row);
    }
    db.exec('commit');
  };
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      keep(await readBody(request));
      response.end('{}');
    } else {
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>Bare</title>');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    countRows: () => Number(db.prepare('select count(*) as rows from row').get()?.rows),
    close() {
      server.close();
      server.closeAllConnections();
      db.close();
    },
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('Listening on no port');
  return address.port;
}
