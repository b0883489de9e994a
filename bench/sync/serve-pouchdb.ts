import { spawn } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { makeScratch } from '../harness/scratch.ts';
import { peersFolder } from './install-peers.ts';
import type { SideServer } from './serve-side.ts';

const infoSchema = z.object({ doc_count: z.int() });

/** Starts the peer's own server as a process, and makes the database that is replicated with. */
export async function servePouchdb(pageFolder: string): Promise<SideServer> {
  const file = join(peersFolder, 'pouchdb/serve.js');
  const child = spawn(process.execPath, [file, pageFolder, makeScratch('pouchdb')], {
    cwd: peersFolder,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const found = /ready at (\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error('The server of PouchDB did not start')));
  });
  const made = await fetch(`${url}/db/people`, { method: 'PUT' });
  if (!made.ok) throw new Error(`PouchDB made no database: ${made.status}`);
  return {
    url,
    countRows: async () => infoSchema.parse(await (await fetch(`${url}/db/people`)).json()).doc_count,
    close: () => void child.kill(),
  };
}
