// @vitest-environment jsdom
import { Blob as NodeBlob } from 'node:buffer';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterAll, expect, test, vi } from 'vitest';
import type { CardOutcome, Cards } from '../../../src/app/ports/cards.ts';
import { useCard } from '../../../src/app/screens/capture/ways/card/use-card.ts';
import { AppContext } from '../../../src/app/ui/use-app.ts';
import { useDraft } from '../../../src/app/ui/use-draft.ts';
import { emptyContact } from '../../../src/exchange/contact-reading.ts';
import { captureDraft } from '../../../src/store/actions/drafts.ts';
import { type FakeApp, fakeApp, gate, quiet } from './fake-app.tsx';

// jsdom's own cannot be read.
vi.stubGlobal('Blob', NodeBlob);
afterAll(() => vi.unstubAllGlobals());
const photo = new Blob(['a photograph'], { type: 'image/jpeg' });
const turned = new Blob(['a photograph on its side'], { type: 'image/jpeg' });
const certainty = { name: 1, title: 0, company: 0, phones: [], emails: [], handles: [], addresses: [] };
const found = { corners: [0, 1, 2, 3].map((at) => ({ x: at, y: at })), sure: 1 } as never;
const dana: CardOutcome = { kind: 'read', found, reading: { ...emptyContact, name: 'Dana' }, certainty };

function fakeCards(read: Cards['read']) {
  const pictures: Blob[] = [];
  const cards: Cards = {
    startCamera: () => {
      throw new Error('No camera is wanted here');
    },
    toPicture: async () => turned,
    read(picture, options) {
      pictures.push(picture);
      return read(picture, options);
    },
    prepare: () => undefined,
    hasParts: async () => true,
    fetchParts: async () => true,
    close: () => undefined,
  };
  return { cards, pictures };
}

async function start(cards: Cards, app: FakeApp = fakeApp()) {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <AppContext.Provider value={app}>{children}</AppContext.Provider>
  );
  // The tag outlives the dialog.
  const tag = renderHook(() => useDraft(captureDraft), { wrapper });
  await waitFor(() => expect(tag.result.current.isLoaded).toBe(true));
  const dialog = renderHook(() => useCard({ cards, draft: tag.result.current, place: 'Fair' }), { wrapper });
  return { app, tag, dialog, fields: () => tag.result.current.fields };
}

test('a picture is in the tag, with the place, while it is still being read', async () => {
  const { cards } = fakeCards(() => new Promise(() => undefined));
  const { app, dialog, fields } = await start(cards);
  act(() => void dialog.result.current.take(photo));
  await waitFor(() => expect(dialog.result.current.last?.isStored).toBe(true));
  expect(dialog.result.current.stage.kind).toBe('reading');
  expect(fields()['where']).toBe('Fair');
  expect(await app.open.db.draftFile.count()).toBe(1);
  expect(fields()['files']).toBe((await app.open.db.draftFile.toArray())[0]?.id);
});

test('a picture that was on its way when the dialog was closed is in the tag, and is read no further', async () => {
  let reading: AbortSignal | undefined;
  const { cards } = fakeCards((_, { signal }) => {
    reading = signal;
    return new Promise(() => undefined);
  });
  const { dialog, fields } = await start(cards);
  act(() => void dialog.result.current.take(photo));
  await waitFor(() => expect(reading).toBeDefined());
  dialog.unmount();
  await waitFor(() => expect(fields()['files']).toMatch(/./));
  expect(reading?.aborted).toBe(true);
});

test('a picture that is turned takes the place of the one before, and is read anew', async () => {
  const { cards, pictures } = fakeCards(async () => dana);
  const { dialog, tag, fields } = await start(cards);
  await act(() => dialog.result.current.take(photo));
  const first = fields()['files'];
  dialog.rerender();
  await act(() => dialog.result.current.turn());
  expect(tag.result.current.fields['files']).not.toBe(first);
  expect(fields()['files']?.split(' ')).toHaveLength(1);
  expect(pictures).toEqual([photo, turned]);
  expect(dialog.result.current.contacts).toHaveLength(1);
});

test('on a full phone the card is read all the same', async () => {
  const app = fakeApp({
    part: () => {
      throw new DOMException('No room', 'QuotaExceededError');
    },
  });
  const { cards } = fakeCards(async () => dana);
  const { dialog, fields } = await start(cards, app);
  await act(() => dialog.result.current.take(photo));
  expect(dialog.result.current.last?.isStored).toBe(false);
  expect(fields()['files']).toBeUndefined();
  expect(dialog.result.current.stage.kind).toBe('read');
});

test('what an earlier reading still says is not heard, and a cancelled one keeps the picture', async () => {
  const slow = gate<CardOutcome>();
  const answers: Promise<CardOutcome>[] = [slow.opened, Promise.resolve({ kind: 'cancelled' })];
  const { cards } = fakeCards(() => answers.shift() ?? Promise.resolve(dana));
  const { dialog, fields } = await start(cards);
  act(() => void dialog.result.current.take(photo));
  await waitFor(() => expect(dialog.result.current.stage.kind).toBe('reading'));
  await act(() => dialog.result.current.readAgain());
  slow.open(dana);
  await quiet();
  expect(dialog.result.current.stage.kind).toBe('cancelled');
  expect(dialog.result.current.contacts).toEqual([]);
  expect(fields()['files']).toMatch(/./);
});
