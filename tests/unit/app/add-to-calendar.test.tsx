// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import ical from 'node-ical';
import { expect, test, vi } from 'vitest';
import type { ContactRoutes } from '../../../src/app/ports/contact-routes.ts';
import { AddToCalendar } from '../../../src/app/ui/next/AddToCalendar.tsx';
import { rowToPerson } from '../../../src/domain/person.ts';
import { fakeApp, quiet, show } from './fake-app.tsx';

const id = '01890000-0000-7000-8000-000000000001';
const person = rowToPerson({
  id,
  values: { name: 'Dana/Ruiz', company: 'Acme', 'detail/aaaaaaaa': { kind: 'kids', text: 'Two kids' } },
});

async function showButton(routes: Partial<ContactRoutes>) {
  const saved: File[] = [];
  const shared: File[] = [];
  const app = fakeApp({
    saveFile: (name, content) => void saved.push(new File([content], name, { type: content.type })),
    loadContactRoutes: async () => ({
      order: ['file'],
      maxMailLength: 2_000,
      canShare: () => true,
      share: async (file) => shared.push(file) > 0,
      ...routes,
    }),
  });
  const { user } = show(app, <AddToCalendar person={person} due={{ on: '2026-03-01', way: 'call' }} />);
  await quiet();
  const tap = async (name: string) => {
    await user.click(screen.getByRole('button', { name }));
    await vi.waitFor(() => expect(saved.length + shared.length).toBeGreaterThan(0));
    await quiet();
  };
  return { app, saved, shared, tap };
}

function readText(file: File): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.readAsText(file);
  });
}

test('a computer saves a file with the one day, which says nothing but whom to call', async () => {
  const { saved, shared, tap } = await showButton({ canShare: () => false, order: ['file', 'share'] });
  await tap('Add to calendar');
  expect(shared).toEqual([]);
  expect(saved.map(({ name, type }) => [name, type])).toEqual([['Dana_Ruiz.ics', 'text/calendar']]);
  const text = await readText(saved[0] ?? new File([], 'none'));
  expect(ical.sync.parseICS(text)[`${id}-2026-03-01`]).toMatchObject({
    summary: 'Call Dana/Ruiz',
    datetype: 'date',
    url: `${location.origin}/people/${id}`,
    alarms: [expect.objectContaining({ action: 'DISPLAY', trigger: 'PT9H' })],
  });
  expect(text).not.toMatch(/Acme|kids/);
  expect(screen.queryByRole('button', { name: 'Add it another way' })).toBeNull();
});

test('an iPhone shares it, and saves it where that was not the right way', async () => {
  const { saved, shared, tap } = await showButton({ order: ['address', 'link', 'share', 'file'] });
  expect(screen.queryByRole('button', { name: 'Add it another way' })).toBeNull();
  await tap('Add to calendar');
  expect([shared.length, saved.length]).toEqual([1, 0]);
  await tap('Add it another way');
  expect([shared.length, saved.length]).toEqual([1, 1]);
});

test('what the phone does not take is said', async () => {
  const share = async () => false;
  const { app, tap } = await showButton({ order: ['share', 'file'], share });
  const tapped = tap('Add to calendar');
  await vi.waitFor(() => expect(app.toast.get()?.words).toBe('That did not work just now. Try again.'));
  await tapped.catch(() => undefined);
});
