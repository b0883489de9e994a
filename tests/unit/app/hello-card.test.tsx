// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { useLiveQuery } from 'dexie-react-hooks';
import { expect, test, vi } from 'vitest';
import { createSignal } from '../../../src/app/ports/signal.ts';
import { HelloCard } from '../../../src/app/ui/hello/HelloCard.tsx';
import { touchQueries } from '../../../src/store/queries/touches.ts';
import { capture } from '../store/open-store.ts';
import { type FakeApp, fakeApp, quiet, show } from './fake-app.tsx';

function Card({ app, id }: { readonly app: FakeApp; readonly id: string }) {
  const page = useLiveQuery(() => app.store.readPerson(id));
  return page === undefined ? null : <HelloCard page={page} />;
}

async function showCard(parts: Parameters<typeof fakeApp>[0], known: Parameters<typeof capture>[0]) {
  const app = fakeApp(parts);
  const id = await app.store.savePerson(capture(known), undefined);
  const shown = show(app, <Card app={app} id={id} />);
  await screen.findByText('Add to phone contacts');
  const touches = () => app.part(touchQueries).listTouches(id);
  return { app, id, touches, ...shown };
}

test('the card is saved as a file, and whether it was added is asked once somebody is back', async () => {
  const saved: [string, Blob][] = [];
  const saveFile = (name: string, content: Blob) => void saved.push([name, content]);
  const timers: (() => void)[] = [];
  const timer = (run: () => void) => {
    timers.push(run);
    return () => undefined;
  };
  const { user, touches } = await showCard({ saveFile, timer }, { name: 'Dana/Ruiz' });
  await user.click(screen.getByRole('button', { name: /Add to phone contacts/ }));
  await waitFor(async () => expect(await touches()).toMatchObject([{ way: 'contacts', state: 'asked' }]));
  await quiet();
  expect(screen.queryByText('Added to contacts?')).toBeNull();
  expect(saved.map(([name, { type }]) => [name, type])).toEqual([
    ['Dana_Ruiz.vcf', 'text/vcard;charset=utf-8'],
  ]);
  document.dispatchEvent(new Event('visibilitychange'));
  await user.click(await screen.findByRole('button', { name: 'Yes' }));
  await screen.findByText('Added to phone contacts');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('Still to do: it waits on Today');
});

test('a bare handle asks where it is, once, and remembers that', async () => {
  const opened = vi.spyOn(window, 'open').mockReturnValue(null);
  const { user, app, id, touches } = await showCard({}, { handle: { typed: '@dana' } });
  await user.click(screen.getByRole('button', { name: /Follow @dana/ }));
  await user.click(screen.getByRole('button', { name: 'TikTok' }));
  expect(opened.mock.calls).toEqual([['https://www.tiktok.com/@dana', '_blank', 'noopener,noreferrer']]);
  await waitFor(async () =>
    expect((await app.store.readPerson(id))?.person.handles).toMatchObject([
      { typed: '@dana', network: 'TikTok', url: 'https://www.tiktok.com/@dana' },
    ]),
  );
  expect(await touches()).toMatchObject([{ way: 'follow', about: 'TikTok', state: 'asked' }]);
});

test('without a network nothing is opened: a mail waits, a text does not', async () => {
  const { user, touches } = await showCard(
    { isOnline: createSignal(false) },
    { email: 'dana@example.com', phone: { typed: '(231) 555-0142', e164: '+12315550142' } },
  );
  expect(screen.getByRole('link', { name: /^Text “/ })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Email “/ }));
  await screen.findByText('Still to do: it waits on Today');
  expect(await touches()).toMatchObject([{ way: 'email', state: 'put-off' }]);
});

test('the agent’s own address is asked for once; a mail to it says that the notes go along', async () => {
  const { user } = await showCard({}, {});
  await user.click(screen.getByRole('button', { name: 'More' }));
  await user.click(screen.getByRole('button', { name: /Mail it to yourself/ }));
  await user.type(screen.getByRole('textbox', { name: 'Your own email address' }), 'kim@example.com');
  await user.click(screen.getByRole('button', { name: 'Remember it' }));
  const mail = await screen.findByRole('link', { name: /With your notes, to kim@example\.com/ });
  expect(mail.getAttribute('href')).toMatch(/^mailto:kim@example\.com\?subject=Dana%20Lee/);
});
