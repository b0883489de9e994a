import { type FilesOutcome, sendFiles, type Verdict } from './files.ts';
import type { FileName, FileStore, FileTransport, SyncStore, Transport } from './ports.ts';
import { runSync, type SyncOutcome } from './round.ts';

export interface SyncPorts {
  readonly store: SyncStore;
  readonly transport: Transport;
  readonly files: FileStore;
  readonly fileTransport: FileTransport;
}

/**
 * Rows, then the bytes of files; what is saved meanwhile goes before the next part (sync.md S-23). Call it under
 * the lock. A file is confirmed when the database still has it after an answer to rows: that answer's head is
 * later than the bytes, so that a backup without them does not know it (S-27).
 */
export async function syncAll({ store, transport, files, fileTransport }: SyncPorts): Promise<SyncOutcome> {
  const isInterrupted = async () => (await store.readBatch({ edits: 1, bytes: 1 })).length > 0;
  const present = new Set<string>();
  const judge = ({ account, hash }: FileName, isNew: boolean): Verdict => {
    const name = `${account} ${hash}`;
    if (!present.has(name)) {
      present.add(name);
      return 'ask-again';
    }
    // It was lost in between, so that answer's head says nothing of it; a database that goes on losing is left alone.
    return isNew ? 'fail' : 'confirm';
  };
  for (;;) {
    const outcome = await runSync(store, transport);
    if (outcome.kind !== 'done') return outcome;
    const sent: FilesOutcome = await sendFiles(files, fileTransport, isInterrupted, judge);
    if (sent.kind !== 'interrupted') return sent;
  }
}
