import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { protocolVersion } from '../../../src/protocol/version.ts';
import { protocolFingerprint } from './fingerprint.ts';

/**
 * The fingerprint of a version never changes: phones out there speak it. After a change of a schema
 * raise protocolVersion, copy the received fingerprint to a new file, and keep the old one.
 */
test('S-20 schemas change only with a new protocolVersion', () => {
  const file = new URL(`fingerprint-v${protocolVersion}.json`, import.meta.url);
  const known: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  expect(protocolFingerprint(), 'raise protocolVersion').toEqual(known);
});

test('S-20 a fingerprint covers every message, field and limit', () => {
  const names = Object.keys(protocolFingerprint());
  for (const name of [
    'syncRequestSchema',
    'syncResponseSchema',
    'wireRowSchema',
    'maxBatchEdits',
    'syncPath',
    'fileStateSchema',
    'maxPartBytes',
    'newAppPasswordRequestSchema',
    'joinPairingRequestSchema',
    'deviceIntroductionSchema',
  ]) {
    expect(names).toContain(name);
  }
  for (const name of [
    'person.name',
    'person.phone/…',
    'note.text',
    'occasion.colour',
    'touch.way',
    'file.hash',
  ]) {
    expect(names).toContain(name);
  }
});
