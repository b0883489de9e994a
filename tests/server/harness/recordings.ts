import type { Json } from '../../../src/domain/json.ts';
import type { Edit, Row } from '../../../src/domain/row.ts';
import { readingToStamp } from '../../../src/domain/stamp.ts';
import { tombstoneOf } from '../../../src/domain/tombstone.ts';
import { type Origin, pullAllOver, syncOver } from './http-device.ts';
import { fileValues, putFileOver } from './put-file.ts';

const device = 'devicezero';

/** The id of the n-th recording of a test. */
export const recordingId = (n: number) => `01890000-0000-7000-8f00-${n.toString(16).padStart(12, '0')}`;
const personId = '01890000-0000-7000-8e00-000000000001';

/** What is in the n-th recording where nobody has to hear anything. */
export const soundOf = (n: number) => Buffer.from(`the sound of recording ${n} `.repeat(20));

export function recordingEdit(n: number, hash: string, bytes: number, more: Record<string, Json> = {}): Edit {
  const values = { ...fileValues(personId, hash, bytes), kind: 'recording', type: 'audio/webm', seconds: 3 };
  const stamp = readingToStamp({ ms: 1_000 + n, counter: 0 }, device);
  return { table: 'file', id: recordingId(n), stamp, values: { ...values, note: null, ...more } };
}

/** Row and bytes of a recording, as a device sends them; its hash. */
export async function sendRecording(
  origin: Origin,
  cookie: string,
  n: number,
  bytes: Uint8Array = soundOf(n),
): Promise<string> {
  // The row would go first; what the bytes are called is told by sending them.
  const hash = await putFileOver(origin, cookie, bytes);
  const { refused } = await syncOver(origin, cookie, [recordingEdit(n, hash, bytes.length)]);
  if (refused.length > 0) throw new Error(`The row was refused: ${JSON.stringify(refused)}`);
  return hash;
}

/** The deletion of a row by somebody who saw it as it is. */
export function deletionOf({ table, id, stamps }: Row): Edit {
  const stamp = readingToStamp({ ms: 5_000_000, counter: 0 }, device);
  return { table, id, stamp, values: { deleted: { ...tombstoneOf(stamps) } } };
}

/** What a new device gets to read of each recording, by its number; null where nothing has been heard. */
export async function wordsOver(origin: Origin, cookie: string): Promise<Record<number, Json>> {
  const rows = await pullAllOver(origin, cookie);
  const recordings = rows.filter(({ table }) => table === 'file');
  const numberOf = ({ id }: Row) => Number.parseInt(id.slice(-12), 16);
  return Object.fromEntries(recordings.map((row) => [numberOf(row), row.values['heardByServer'] ?? null]));
}
