import { randomUUID } from 'node:crypto';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { insertAccount } from '../../src/server/storage/insert-account.ts';
import { openSqlite } from '../../src/server/storage/sqlite/open-sqlite.ts';
import { StorageGoneError } from '../../src/server/storage/storage.ts';
import { Device, editOf, stampAt } from '../contract/storage-fixture.ts';
import { buildTestServer, claim, postSync } from './harness/built-server.ts';

test('S-6 nothing is acknowledged into a file that was removed or replaced under the server', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'justmet-gone-'));
  const path = join(folder, 'contacts.sqlite');
  const { db, storage } = await openSqlite(path, randomUUID);
  const id = randomUUID();
  await db.transaction().execute((trx) => insertAccount(trx, id, randomUUID()));
  const device = new Device(storage, id);
  expect((await device.sync([editOf(1, stampAt(1), { name: 'Dana' })])).acknowledged).toHaveLength(1);
  await rename(path, `${path}.away`);
  await expect(device.sync([editOf(2, stampAt(2), { name: 'Ali' })])).rejects.toThrow(StorageGoneError);
  await rename(`${path}.away`, path);
  expect((await device.sync([editOf(2, stampAt(2), { name: 'Ali' })])).acknowledged).toHaveLength(1);
  await storage.close();
  await rm(folder, { recursive: true });
});

test('S-6 the device is told so, in words', async () => {
  const gone = () => Promise.reject(new StorageGoneError());
  const server = await buildTestServer({ wrapStorage: (storage) => ({ ...storage, sync: gone }) });
  const answer = await server.app.inject(postSync(await claim(server)));
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toMatchObject({ status: 503, detail: expect.stringContaining('data folder') });
  await server.close();
});
