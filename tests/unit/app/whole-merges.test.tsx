// @vitest-environment jsdom
import { waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useWholeMerges } from '../../../src/app/ui/use-whole-merges.ts';
import { mergeActions } from '../../../src/store/actions/merge-people.ts';
import { writeMeta } from '../../../src/store/meta.ts';
import { exchangeRows } from '../store/exchange-rows.ts';
import { capture, captureDraft, openStore } from '../store/open-store.ts';
import { say } from '../store/say.ts';
import { fakeApp, show } from './fake-app.tsx';

function Watching() {
  useWholeMerges();
  return null;
}

test('a recording follows its note at the start, and after a pull that took the note elsewhere', async () => {
  const app = fakeApp();
  const [phone, laptop] = [app.open, openStore()];
  const stays = await phone.store.savePerson(capture(), captureDraft);
  phone.clock.nowMs += 60_000;
  const goes = await phone.store.savePerson(capture({ name: 'Dana R' }), captureDraft);
  const { noteId } = await say(phone, goes, null, 'Runs a bakery.');
  const shown = async (personId: string) =>
    ((await phone.store.readPerson(personId))?.notes ?? []).flatMap(({ recordings }) =>
      recordings.map((recording) => recording.id),
    );
  /** The phone says more of the note of two who are one, while the laptop takes them apart. */
  const sayMore = async () => {
    laptop.clock.nowMs = phone.clock.nowMs + 60_000;
    await mergeActions(laptop.context).mergePeople(stays, goes, []);
    await exchangeRows(phone, laptop);
    const { id } = await say(phone, stays, noteId, 'Two kids.');
    laptop.clock.nowMs += 60_000;
    await mergeActions(laptop.context).unmergePeople(goes);
    phone.clock.nowMs = laptop.clock.nowMs + 60_000;
    return id;
  };
  await exchangeRows(phone, laptop);
  const first = await sayMore();
  await exchangeRows(phone, laptop);
  show(app, <Watching />);
  await waitFor(async () => expect(await shown(goes)).toContain(first));

  const second = await sayMore();
  await exchangeRows(phone, laptop);
  await writeMeta(phone.db, 'position', { head: 'head-1', cursor: 7, completeAtMs: phone.clock.nowMs });
  await waitFor(async () => expect(await shown(goes)).toEqual(expect.arrayContaining([first, second])));
});
