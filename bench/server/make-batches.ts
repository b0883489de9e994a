import { gzipSync } from 'node:zlib';
import { protocolVersion } from '../../src/protocol/version.ts';
import { makePeople } from '../harness/make-people.ts';

/** What one device sends: its batches, as gzip makes them on the device, and how many rows they hold. */
export interface DevicePush {
  readonly device: string;
  readonly batches: readonly (readonly unknown[])[];
}

/** New people on each device, as its outbox would hold them. */
export function makeDevices(devices: number, rowsEach: number, batchRows: number): DevicePush[] {
  return Array.from({ length: devices }, (_, index) => {
    const device = `bench${String(index).padStart(5, '0')}`;
    const made = makePeople({ people: rowsEach, notesEach: 0, handlesEach: 2, seed: 1_000 + index });
    const edits = made.edits
      .slice(-rowsEach)
      .map(({ edit }) => ({ ...edit, stamp: edit.stamp.slice(0, 12) + device }));
    const batches = Array.from({ length: Math.ceil(edits.length / batchRows) }, (_, batch) =>
      edits.slice(batch * batchRows, (batch + 1) * batchRows),
    );
    return { device, batches };
  });
}

interface RequestParts {
  readonly account: string;
  readonly device: string;
  readonly head: string | null;
  readonly cursor: number;
  readonly edits: readonly unknown[];
}

export function packRequest(parts: RequestParts): Buffer {
  return gzipSync(JSON.stringify({ protocol: protocolVersion, ...parts }));
}
