import { expect, test } from 'vitest';
import { sharedActions } from '../../../src/store/actions/shared.ts';
import { openStore } from './open-store.ts';

test('what was shared waits until a draft has taken it, and then is in that draft alone', async () => {
  const { context, store } = openStore();
  const shared = sharedActions(context);
  await shared.keepShared([{ line: 'Dana' }, { cards: 'BEGIN:VCARD' }]);
  const waiting = await shared.listShared();
  expect(new Set(waiting.map(({ fields }) => fields))).toEqual(
    new Set([{ line: 'Dana' }, { cards: 'BEGIN:VCARD' }]),
  );
  // No tab takes it for a tag that another tab left behind.
  const mine = await store.openDraft('capture', 'tab1', async () => new Set(['tab1']));
  expect(await store.readDraft(mine)).toBeUndefined();
  const line = waiting.find(({ fields }) => fields['line'] === 'Dana');
  await shared.takeShared(line?.id ?? '', mine, { name: 'Sam', line: 'Dana' });
  expect(await store.readDraft(mine)).toEqual({ name: 'Sam', line: 'Dana' });
  const [left] = await shared.listShared();
  expect(left?.fields).toEqual({ cards: 'BEGIN:VCARD' });
  await shared.dropShared(left?.id ?? '');
  expect(await shared.listShared()).toEqual([]);
});
