import { afterEach, expect, test, vi } from 'vitest';
import { listLeftOver } from '../../../../src/app/boot/voice/list-left-over.ts';
import { recordingActions } from '../../../../src/store/actions/recordings.ts';
import { recordingQueries } from '../../../../src/store/queries/recordings.ts';
import { capture, captureDraft, openStore } from '../../store/open-store.ts';

afterEach(() => vi.unstubAllGlobals());

const bytes = new Uint8Array([1, 2, 3]);
const facts = { type: 'audio/webm', seconds: 1, heard: null };

async function openWithTwo() {
  const open = openStore();
  const personId = await open.store.savePerson(capture(), captureDraft);
  const actions = recordingActions(open.context);
  const make = async (lock: string) => {
    const { id } = await actions.startRecording({ personId, noteId: null, lock });
    await actions.addPiece(id, bytes, facts);
    return id;
  };
  const dead = await make('recording/dead');
  const living = await make('recording/living');
  return { actions, queries: recordingQueries(open.context), dead, living };
}

const idsOf = (left: readonly { readonly id: string }[]) => left.map(({ id }) => id);
const never = () => new Promise<never>(() => undefined);

test('a recording whose lock some tab holds is not left over', async () => {
  const { queries, dead } = await openWithTwo();
  const query = async () => ({ held: [{ name: 'recording/living' }] });
  vi.stubGlobal('navigator', { locks: { query } });
  expect(idsOf(await listLeftOver(queries, never))).toEqual([dead]);
});

test('nor is one that began while the locks were asked for', async () => {
  const { queries } = await openWithTwo();
  let isListed = false;
  const listLeftRecordings = () => {
    isListed = true;
    return queries.listLeftRecordings();
  };
  // As it stood before the recordings were listed: without what has begun since.
  const query = async () => ({
    held: isListed ? [{ name: 'recording/living' }, { name: 'recording/dead' }] : [],
  });
  vi.stubGlobal('navigator', { locks: { query } });
  expect(await listLeftOver({ listLeftRecordings }, never)).toEqual([]);
});

test('without locks one to which pieces still come is not left over', async () => {
  const { actions, queries, dead, living } = await openWithTwo();
  vi.stubGlobal('navigator', {});
  const wait = () => actions.addPiece(living, bytes, facts);
  expect(idsOf(await listLeftOver(queries, wait))).toEqual([dead]);
});

test('without locks nothing is waited for where nothing is left', async () => {
  vi.stubGlobal('navigator', {});
  const queries = recordingQueries(openStore().context);
  expect(await listLeftOver(queries, never)).toEqual([]);
});
