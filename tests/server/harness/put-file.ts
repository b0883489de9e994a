import { createHash } from 'node:crypto';
import {
  filePath,
  fileStateSchema,
  maxPartBytes,
  partMediaType,
  pathOf,
} from '../../../src/protocol/files.ts';
import { sessionPath, sessionSchema } from '../../../src/protocol/session.ts';
import type { Origin } from './http-device.ts';

/** Sends a file part by part, as a device does, and answers with its hash once it is confirmed. */
export async function putFileOver(origin: Origin, cookie: string, bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const answer = await fetch(`${origin.url}${sessionPath}`, { headers: { cookie } });
  const { accountId } = sessionSchema.parse(await answer.json());
  const address = `${origin.url}${pathOf(filePath, accountId, hash)}`;
  let received = 0;
  while (received < bytes.length) {
    const put = await fetch(`${address}?from=${received}&of=${bytes.length}`, {
      method: 'PUT',
      headers: { cookie, 'content-type': partMediaType },
      body: new Uint8Array(bytes.subarray(received, received + maxPartBytes)),
    });
    if (!put.ok) throw new Error(`Sending a part answered ${put.status}: ${await put.text()}`);
    received = fileStateSchema.parse(await put.json()).received;
  }
  return hash;
}

/** The row of a file, for an edit. */
export function fileValues(person: string, hash: string, bytes: number) {
  return { person, kind: 'picture', type: 'image/jpeg', hash, bytes, takenAt: '2026-11-25T18:00:00.000Z' };
}
