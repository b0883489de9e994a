import { createHash } from 'node:crypto';
import { type FileState, maxPartBytes } from '../../../src/protocol/files.ts';
import type { DeviceFile, FileCache, FileStore, FileTransport, Unanswered } from '../../../src/sync/ports.ts';
import { account } from './fake-ports.ts';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export interface FakeFile extends DeviceFile {
  content: Uint8Array<ArrayBuffer>;
  state: 'waiting' | 'confirmed' | 'refused' | 'arriving' | 'away';
  usedAtMs: number;
}

let files = 0;

export function fakeFile(content: Uint8Array<ArrayBuffer>, parts: Partial<FakeFile> = {}): FakeFile {
  files += 1;
  const name = { id: `file-${files}`, account, hash: hashOf(content), bytes: content.length };
  return { ...name, content, state: 'waiting', usedAtMs: files, ...parts };
}

/** The bytes of files on a device, in memory. */
export function fakeFileStore(all: FakeFile[]): FileStore & FileCache & { signedOut: number } {
  const find = (id: string) => all.find((file) => file.id === id);
  const setState = async (id: string, state: FakeFile['state']) => {
    const file = find(id);
    if (file !== undefined) file.state = state;
  };
  const store: FileStore & FileCache & { signedOut: number } = {
    signedOut: 0,
    nextUpload: async () => all.find(({ state }) => state === 'waiting'),
    readPart: async (id, from, length) => find(id)?.content.slice(from, from + length) ?? new Uint8Array(),
    async markConfirmed(_, hash) {
      for (const file of all) if (file.hash === hash && file.state === 'waiting') file.state = 'confirmed';
    },
    markRefused: (id) => setState(id, 'refused'),
    markWaiting: (id) => setState(id, 'waiting'),
    async markSignedOut() {
      store.signedOut += 1;
    },
    async openDownload(id) {
      const file = find(id);
      return file && { ...file, received: file.content.length };
    },
    async keepPart(id, from, bytes) {
      const file = find(id);
      if (file === undefined) return;
      const whole = new Uint8Array(from + bytes.length);
      whole.set(file.content.subarray(0, from));
      whole.set(bytes, from);
      file.content = whole;
    },
    async endDownload(id) {
      const file = find(id);
      const isRight = file !== undefined && hashOf(file.content) === file.hash;
      if (file !== undefined && !isRight) file.content = new Uint8Array();
      return isRight;
    },
    giveUp: async (id) => {
      const file = find(id);
      if (file !== undefined) file.content = new Uint8Array();
    },
    listRemovable: async () =>
      all.filter(({ state }) => state === 'confirmed').sort((a, b) => a.usedAtMs - b.usedAtMs),
    async remove(id) {
      const isThere = find(id)?.state === 'confirmed';
      if (isThere) await setState(id, 'away');
      return isThere;
    },
  };
  return store;
}

export interface FakeFileServer extends FileTransport {
  readonly received: Map<string, Uint8Array<ArrayBuffer>>;
  /** What was asked, in words. */
  readonly calls: string[];
  /** Takes the place of an answer, where it gives one. */
  interrupt: (call: string) => Unanswered | undefined;
}

/** A contact database's files in memory. It checks the hash of what it was given, as the real one does. */
export function fakeFileServer(): FakeFileServer {
  const received = new Map<string, Uint8Array<ArrayBuffer>>();
  const complete = new Set<string>();
  const stateOf = (hash: string): FileState => ({
    received: received.get(hash)?.length ?? 0,
    isComplete: complete.has(hash),
  });
  const server: FakeFileServer = {
    received,
    calls: [],
    interrupt: () => undefined,
    async readState({ hash }) {
      return note('state') ?? { kind: 'state', state: stateOf(hash) };
    },
    async putPart({ hash }, { from, of, bytes }) {
      const other = note(`put ${from}+${bytes.length}`);
      if (other !== undefined) return other;
      const before = received.get(hash) ?? new Uint8Array();
      if (from !== before.length) return { kind: 'state', state: stateOf(hash) };
      const whole = new Uint8Array([...before, ...bytes]);
      received.set(hash, whole);
      if (whole.length < of) return { kind: 'state', state: stateOf(hash) };
      if (hashOf(whole) === hash) {
        complete.add(hash);
        return { kind: 'state', state: stateOf(hash) };
      }
      received.delete(hash);
      return { kind: 'damaged' };
    },
    async getPart({ hash }, from) {
      const other = note(`get ${from}`);
      if (other !== undefined) return other;
      const whole = received.get(hash);
      if (whole === undefined || !complete.has(hash)) return { kind: 'missing' };
      return { kind: 'part', bytes: whole.slice(from, from + maxPartBytes) };
    },
  };
  function note(call: string) {
    server.calls.push(call);
    return server.interrupt(call);
  }
  return server;
}
