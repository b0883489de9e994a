// @vitest-environment jsdom
import { act, renderHook, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { createKeptQuery, useKeptQuery } from '../../../src/app/ui/kept-query.ts';
import { Trouble } from '../../../src/app/ui/Trouble.tsx';
import { AppContext } from '../../../src/app/ui/use-app.ts';
import { capture } from '../store/open-store.ts';
import { fakeApp } from './fake-app.tsx';

function start() {
  const app = fakeApp();
  let asked = 0;
  const names = createKeptQuery(async ({ store }, from: string) => {
    asked += 1;
    const met = await store.listPeopleMet(from, '9999');
    return met.map(({ person }) => person.name).join(' ');
  });
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <AppContext.Provider value={app}>{children}</AppContext.Provider>
  );
  /** What each drawing of it showed. */
  const open = (from = '') => {
    const drawn: (string | undefined)[] = [];
    const room = renderHook(
      () => {
        const found = useKeptQuery(names, from);
        drawn.push(found);
        return found;
      },
      { wrapper },
    );
    return { ...room, drawn };
  };
  const meet = (name: string) => act(() => app.store.savePerson(capture({ name }), undefined));
  return { open, meet, asked: () => asked };
}

test('a room that is opened again has the last answer in its first frame, and the news after it', async () => {
  const { open, meet } = start();
  await meet('Ann');
  const first = open();
  expect(first.drawn[0]).toBeUndefined();
  await waitFor(() => expect(first.result.current).toBe('Ann'));
  first.unmount();
  await meet('Bea');
  const again = open();
  expect(again.drawn[0]).toBe('Ann');
  await waitFor(() => expect(again.result.current).toContain('Bea'));
});

test('all who show it ask once, and hear of what changes until the last of them is gone', async () => {
  const { open, meet, asked } = start();
  const one = open();
  await waitFor(() => expect(one.result.current).toBe(''));
  const askedForOne = asked();
  const other = open();
  expect(other.drawn[0]).toBe('');
  expect(asked()).toBe(askedForOne);
  one.unmount();
  await meet('Ann');
  await waitFor(() => expect(other.result.current).toBe('Ann'));
  other.unmount();
  const before = asked();
  await meet('Bea');
  expect(asked()).toBe(before);
});

test('after a database that died the question is asked again, as it is in every room', async () => {
  const app = fakeApp();
  let isAway = true;
  const names = createKeptQuery(async () => {
    if (!isAway) return 'Ann';
    isAway = false;
    throw new Error('The disk is away');
  });
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <AppContext.Provider value={app}>
      <Trouble>{children}</Trouble>
    </AppContext.Provider>
  );
  const room = renderHook(() => useKeptQuery(names), { wrapper });
  await waitFor(() => expect(room.result.current).toBe('Ann'));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('another question is not answered with the answer to the one before', async () => {
  const { open, meet } = start();
  await meet('Ann');
  const all = open();
  await waitFor(() => expect(all.result.current).toBe('Ann'));
  const none = open('9998');
  expect(none.drawn[0]).toBeUndefined();
  await waitFor(() => expect(none.result.current).toBe(''));
  expect(all.result.current).toBe('Ann');
});
