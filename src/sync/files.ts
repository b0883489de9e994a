import { maxPartBytes } from '../protocol/files.ts';
import type { DeviceFile, FileAnswer, FileName, FileStore, FileTransport, Unanswered } from './ports.ts';

/**
 * The first part of a run. Each part that arrives doubles the next, so that also a connection on which the
 * largest one would not arrive within a minute gets on.
 */
const firstPartBytes = 64 * 1024;

export type FilesOutcome =
  | { readonly kind: 'done' }
  /** Something was saved meanwhile, and goes first. */
  | { readonly kind: 'interrupted' }
  | Unanswered;

/** The contact database says that it has all bytes. */
interface Sent {
  readonly kind: 'sent';
  /** It did not have them all when it was asked. */
  readonly isNew: boolean;
}

/** What follows where the contact database says that it has all bytes. */
export type Verdict = 'confirm' | 'ask-again' | 'fail';

/**
 * Sends the bytes of every file that the contact database has not confirmed, from where it has them
 * (sync.md S-23, S-24). Call it under the lock, after rows. Stopping it anywhere loses nothing. `judge`: whether
 * a file that is all there has to be asked for once more behind the next answer to rows (S-27).
 */
export async function sendFiles(
  store: FileStore,
  transport: FileTransport,
  isInterrupted: () => Promise<boolean>,
  judge: (file: FileName, isNew: boolean) => Verdict = () => 'confirm',
): Promise<FilesOutcome> {
  for (;;) {
    const file = await store.nextUpload();
    if (file === undefined) return { kind: 'done' };
    const outcome = await sendFile(store, transport, file, isInterrupted);
    if (outcome.kind === 'signed-out') await store.markSignedOut(file.account);
    if (outcome.kind === 'done') continue;
    if (outcome.kind !== 'sent') return outcome;
    const verdict = judge(file, outcome.isNew);
    if (verdict !== 'confirm') return { kind: verdict === 'fail' ? 'failed' : 'interrupted' };
    await store.markConfirmed(file.account, file.hash);
  }
}

async function sendFile(
  store: FileStore,
  transport: FileTransport,
  file: DeviceFile,
  isInterrupted: () => Promise<boolean>,
): Promise<FilesOutcome | Sent> {
  const send = () => sendParts(store, transport, file, isInterrupted);
  const first = await send();
  // Once more from the beginning, before a person is asked.
  const outcome = first.kind === 'damaged' ? await send() : first;
  if (outcome.kind !== 'damaged') return outcome;
  await store.markRefused(file.id);
  return { kind: 'done' };
}

async function sendParts(
  store: FileStore,
  transport: FileTransport,
  file: DeviceFile,
  isInterrupted: () => Promise<boolean>,
): Promise<FilesOutcome | Sent | { readonly kind: 'damaged' }> {
  let answer: FileAnswer = await transport.readState(file);
  const isNew = answer.kind === 'state' && !answer.state.isComplete;
  let partBytes = firstPartBytes;
  while (answer.kind === 'state' && !answer.state.isComplete) {
    if (await isInterrupted()) return { kind: 'interrupted' };
    // Also where all are there and none was confirmed, as after a kill at the last part: the end goes again.
    const received = Math.min(answer.state.received, file.bytes - 1);
    const bytes = await store.readPart(file.id, received, partBytes);
    // Fewer are here than the row says.
    if (bytes.length === 0) return { kind: 'damaged' };
    answer = await transport.putPart(file, { from: received, of: file.bytes, bytes });
    if (isStuck(answer, received)) return { kind: 'failed' };
    partBytes = Math.min(partBytes * 2, maxPartBytes);
  }
  return answer.kind === 'state' ? { kind: 'sent', isNew } : answer;
}

/** An answer that leads no further must not be asked for again at once. */
function isStuck(answer: FileAnswer, received: number): boolean {
  return answer.kind === 'state' && !answer.state.isComplete && answer.state.received <= received;
}
