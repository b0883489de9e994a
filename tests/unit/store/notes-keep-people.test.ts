import { expect, test } from 'vitest';
import { mergeRows } from '../../../src/domain/merge.ts';
import { isDeleted } from '../../../src/domain/tombstone.ts';
import { protocolVersion } from '../../../src/protocol/version.ts';
import { rowToWire } from '../../../src/protocol/wire-row.ts';
import { isStoredDeleted, storedToRow } from '../../../src/store/stored-row.ts';
import { createSyncStore } from '../../../src/store/sync-store.ts';
import { capture, captureDraft, openStore, session } from './open-store.ts';

test('S-12 a note added where a delete was not seen brings the person back', async () => {
  const phone = openStore();
  const laptop = openStore();
  const id = await phone.store.savePerson(capture(), captureDraft);
  const row = await phone.db.person.get(id);
  if (row === undefined) throw new Error('nobody was saved');
  const head = '11111111-1111-4111-8111-111111111111';
  const answer = {
    protocol: protocolVersion,
    head,
    isHeadKnown: true,
    acknowledged: [],
    refused: [],
    cursor: 1,
    more: false,
  };
  const rows = [rowToWire(storedToRow('person', row))];
  await laptop.store.connect(session);
  await createSyncStore(laptop.context).settle({ ...answer, rows }, false, session.accountId);

  laptop.clock.nowMs += 1_000;
  await laptop.store.addNote(id, 'Likes rye', undefined);
  phone.clock.nowMs += 60_000;
  await phone.store.deletePerson(id);

  const [deleted, noted] = [await phone.db.person.get(id), await laptop.db.person.get(id)];
  if (deleted === undefined || noted === undefined) throw new Error('a row is gone');
  expect(isStoredDeleted(deleted)).toBe(true);
  const merged = mergeRows(storedToRow('person', deleted), storedToRow('person', noted));
  expect(isDeleted(merged)).toBe(false);
});
