import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { maxPartBytes } from '../../../src/protocol/files.ts';
import { fetchFile } from '../../../src/sync/fetch-file.ts';
import { sendFiles } from '../../../src/sync/files.ts';
import { makeRoom } from '../../../src/sync/make-room.ts';
import type { FileTransport } from '../../../src/sync/ports.ts';
import { syncAll } from '../../../src/sync/sync-all.ts';
import { type FakeFile, fakeFile, fakeFileServer, fakeFileStore } from './fake-files.ts';
import { acknowledge, fakeStore, makeEdit, scriptedTransport } from './fake-ports.ts';

const bytesOf = (length: number) => new Uint8Array(randomBytes(length));
const never = async () => false;
const kib = 1_024;
const parts = maxPartBytes * 2 + 7;

describe('sending files', () => {
  test('S-24 part by part, and confirmed when all arrived', async () => {
    const file = fakeFile(bytesOf(parts));
    const server = fakeFileServer();
    expect(await sendFiles(fakeFileStore([file]), server, never)).toEqual({ kind: 'done' });
    expect(server.calls).toEqual([
      'state',
      `put 0+${64 * kib}`,
      `put ${64 * kib}+${128 * kib}`,
      `put ${192 * kib}+${256 * kib}`,
      `put ${448 * kib}+${maxPartBytes}`,
      `put ${960 * kib}+${64 * kib + 7}`,
    ]);
    expect(server.received.get(file.hash)).toEqual(file.content);
    expect(file.state).toBe('confirmed');
  });

  test('S-24 goes on from where the contact database has it', async () => {
    const file = fakeFile(bytesOf(parts));
    const server = fakeFileServer();
    server.interrupt = (call) => (call.startsWith(`put ${192 * kib}`) ? { kind: 'unreachable' } : undefined);
    const store = fakeFileStore([file]);
    expect(await sendFiles(store, server, never)).toEqual({ kind: 'unreachable' });
    expect(file.state).toBe('waiting');
    server.interrupt = () => undefined;
    server.calls.length = 0;
    expect(await sendFiles(store, server, never)).toEqual({ kind: 'done' });
    // The connection may be a slow one: what follows begins small again.
    expect(server.calls.slice(0, 2)).toEqual(['state', `put ${192 * kib}+${64 * kib}`]);
    expect(file.state).toBe('confirmed');
  });

  test('S-24 bytes that are there already are not sent, and stand for every file of that hash', async () => {
    const content = bytesOf(10);
    const [first, second] = [fakeFile(content), fakeFile(content)];
    const server = fakeFileServer();
    await sendFiles(fakeFileStore([first, second]), server, never);
    expect(server.calls).toEqual(['state', 'put 0+10']);
    expect([first.state, second.state]).toEqual(['confirmed', 'confirmed']);
  });

  test('S-24 what arrives wrong goes once more from the beginning, and then a person has to look', async () => {
    const damaged = fakeFile(bytesOf(10), { content: bytesOf(10) });
    const after = fakeFile(bytesOf(5));
    const server = fakeFileServer();
    expect(await sendFiles(fakeFileStore([damaged, after]), server, never)).toEqual({ kind: 'done' });
    expect(server.calls).toEqual(['state', 'put 0+10', 'state', 'put 0+10', 'state', 'put 0+5']);
    expect([damaged.state, after.state]).toEqual(['refused', 'confirmed']);
  });

  test('S-24 all bytes there and none confirmed, as after a kill at the last part: the end goes again', async () => {
    const file = fakeFile(bytesOf(10));
    const server = fakeFileServer();
    let isConfirmed = false;
    server.readState = async () => ({ kind: 'state', state: { received: 10, isComplete: isConfirmed } });
    server.putPart = async (_, { from, bytes }) => {
      server.calls.push(`put ${from}+${bytes.length}`);
      isConfirmed = true;
      return { kind: 'state', state: { received: 10, isComplete: true } };
    };
    expect(await sendFiles(fakeFileStore([file]), server, never)).toEqual({ kind: 'done' });
    expect(server.calls).toEqual(['put 9+1']);
    expect(file.state).toBe('confirmed');
  });

  test('S-24 fewer bytes than the row says end, too', async () => {
    const short = fakeFile(bytesOf(10), { bytes: 20 });
    const server = fakeFileServer();
    await sendFiles(fakeFileStore([short]), server, never);
    expect(short.state).toBe('refused');
  });

  test('S-18 an answer that leads no further is not asked for again at once', async () => {
    const file = fakeFile(bytesOf(10));
    const server = fakeFileServer();
    server.putPart = async () => {
      server.calls.push('put');
      return { kind: 'state', state: { received: 0, isComplete: false } };
    };
    expect(await sendFiles(fakeFileStore([file]), server, never)).toEqual({ kind: 'failed' });
    expect(server.calls).toEqual(['state', 'put']);
  });

  test('S-21 an ended session ends it, and is remembered', async () => {
    const server = fakeFileServer();
    server.interrupt = () => ({ kind: 'signed-out' });
    const store = fakeFileStore([fakeFile(bytesOf(10))]);
    expect(await sendFiles(store, server, never)).toEqual({ kind: 'signed-out' });
    expect(store.signedOut).toBe(1);
  });

  test('S-23 what is saved while a file is on its way goes before the next part', async () => {
    const file = fakeFile(bytesOf(parts));
    const server = fakeFileServer();
    const store = fakeStore();
    const order: string[] = [];
    const transport = scriptedTransport(acknowledge(), acknowledge(), acknowledge());
    server.interrupt = (call) => {
      order.push(call.split('+')[0] ?? call);
      if (call.startsWith('put 0')) store.outbox.push(makeEdit(1));
      return undefined;
    };
    const send = transport.send.bind(transport);
    transport.send = async (request) => {
      order.push(`rows ${request.edits.length}`);
      return send(request);
    };
    const ports = { store, transport, files: fakeFileStore([file]), fileTransport: server };
    expect(await syncAll(ports)).toEqual({ kind: 'done' });
    expect(order).toEqual([
      'rows 0',
      'state',
      'put 0',
      'rows 1',
      'state',
      ...[64, 128, 256, 512, 1_024].map((from) => `put ${from * kib}`),
      // A head that is later than the bytes, and the question whether they are still there (S-27).
      'rows 0',
      'state',
    ]);
    expect(file.state).toBe('confirmed');
  });

  test('S-27 a file is confirmed only when it is still there after the next answer to rows', async () => {
    const file = fakeFile(bytesOf(10));
    const server = fakeFileServer();
    const transport = scriptedTransport(acknowledge(), { kind: 'unreachable' });
    const ports = { store: fakeStore(), transport, files: fakeFileStore([file]), fileTransport: server };
    expect(await syncAll(ports)).toEqual({ kind: 'unreachable' });
    expect(server.received.get(file.hash)).toEqual(file.content);
    expect(file.state).toBe('waiting');
  });

  test('S-27 what was lost between the two questions is not confirmed by being sent again', async () => {
    const file = fakeFile(bytesOf(10));
    const forgetful: FileTransport = {
      ...fakeFileServer(),
      readState: async () => ({ kind: 'state', state: { received: 0, isComplete: false } }),
      putPart: async () => ({ kind: 'state', state: { received: 10, isComplete: true } }),
    };
    const transport = scriptedTransport(acknowledge(), acknowledge());
    const ports = { store: fakeStore(), transport, files: fakeFileStore([file]), fileTransport: forgetful };
    expect(await syncAll(ports)).toEqual({ kind: 'failed' });
    expect(file.state).toBe('waiting');
  });

  test('S-23 no bytes go where the rows could not', async () => {
    const server = fakeFileServer();
    const transport = scriptedTransport({ kind: 'unreachable' });
    const files = fakeFileStore([fakeFile(bytesOf(10))]);
    expect(await syncAll({ store: fakeStore(), transport, files, fileTransport: server })).toEqual({
      kind: 'unreachable',
    });
    expect(server.calls).toEqual([]);
  });
});

/** A contact database that has the file, and a device that has as much of it as is said. */
async function copyOf(content: Uint8Array<ArrayBuffer>, here: number) {
  const server = fakeFileServer();
  await sendFiles(fakeFileStore([fakeFile(content)]), server, never);
  server.calls.length = 0;
  const file = fakeFile(content, { content: content.slice(0, here), state: 'arriving' });
  return { server, file, cache: fakeFileStore([file]) };
}

describe('fetching a file', () => {
  test('S-25 goes on from what is here', async () => {
    const content = bytesOf(parts);
    const { server, file, cache } = await copyOf(content, maxPartBytes);
    expect(await fetchFile(cache, server, file.id)).toEqual({ kind: 'here' });
    expect(server.calls).toEqual([`get ${maxPartBytes}`, `get ${maxPartBytes * 2}`]);
    expect(file.content).toEqual(content);
  });

  test('S-25 what is not what the hash names is not kept', async () => {
    const content = bytesOf(10);
    const { server, file, cache } = await copyOf(content, 0);
    server.received.set(file.hash, bytesOf(10));
    expect(await fetchFile(cache, server, file.id)).toEqual({ kind: 'damaged' });
    expect(file.content).toHaveLength(0);
  });

  test('S-25 what came before a break stays, and an answer without bytes is no endless loop', async () => {
    const { server, file, cache } = await copyOf(bytesOf(parts), 0);
    server.interrupt = (call) => (call === `get ${maxPartBytes}` ? { kind: 'unreachable' } : undefined);
    expect(await fetchFile(cache, server, file.id)).toEqual({ kind: 'unreachable' });
    expect(file.content).toHaveLength(maxPartBytes);
    server.received.set(file.hash, bytesOf(5));
    server.interrupt = () => undefined;
    expect(await fetchFile(cache, server, file.id)).toEqual({ kind: 'damaged' });
  });

  test('S-25 one that has not arrived there yet is missing, an unknown one unknown', async () => {
    const file = fakeFile(bytesOf(10), { content: new Uint8Array(), state: 'arriving' });
    const cache = fakeFileStore([file]);
    expect(await fetchFile(cache, fakeFileServer(), file.id)).toEqual({ kind: 'missing' });
    expect(await fetchFile(cache, fakeFileServer(), 'nobody')).toEqual({ kind: 'unknown' });
  });
});

describe('making room', () => {
  async function threeConfirmed() {
    const server = fakeFileServer();
    const all: FakeFile[] = [30, 10, 20].map((usedAtMs) => fakeFile(bytesOf(100), { usedAtMs }));
    const store = fakeFileStore(all);
    await sendFiles(store, server, never);
    return { server, all, store };
  }

  test('S-26 removes what was not looked at for longest, and no more than is wanted', async () => {
    const { server, all, store } = await threeConfirmed();
    expect(await makeRoom(store, server, 150, 'all')).toEqual({ freedBytes: 200, lost: 0, isAsked: true });
    expect(all.map(({ state }) => state)).toEqual(['confirmed', 'away', 'away']);
  });

  test('S-26 never what is not confirmed, and nothing without having asked just now', async () => {
    const { server, all, store } = await threeConfirmed();
    all.push(fakeFile(bytesOf(100)), fakeFile(bytesOf(100), { state: 'refused' }));
    server.interrupt = () => ({ kind: 'unreachable' });
    expect(await makeRoom(store, server, 1_000, 'all')).toEqual({ freedBytes: 0, lost: 0, isAsked: false });
    server.interrupt = () => undefined;
    expect(await makeRoom(store, server, 1_000, 'all')).toEqual({ freedBytes: 300, lost: 0, isAsked: true });
    expect(all.map(({ state }) => state)).toEqual(['away', 'away', 'away', 'waiting', 'refused']);
  });

  test('S-26 what the contact database has lost stays, and goes there again', async () => {
    const { all, store } = await threeConfirmed();
    const server = fakeFileServer();
    expect(await makeRoom(store, server, 1_000, 'all')).toEqual({ freedBytes: 0, lost: 3, isAsked: true });
    expect(all.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
    await sendFiles(store, server, never);
    expect(all.map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  });
});
