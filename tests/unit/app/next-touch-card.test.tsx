// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useLiveQuery } from 'dexie-react-hooks';
import { expect, test } from 'vitest';
import { NextTouchCard } from '../../../src/app/screens/person/next/NextTouchCard.tsx';
import { ToastOutlet } from '../../../src/app/ui/Toast.tsx';
import { detailActions } from '../../../src/store/actions/details.ts';
import { dueQueries } from '../../../src/store/queries/due.ts';
import { capture } from '../store/open-store.ts';
import { type FakeApp, fakeApp, show } from './fake-app.tsx';

function Card({ app, id }: { readonly app: FakeApp; readonly id: string }) {
  const page = useLiveQuery(() => app.store.readPerson(id));
  return page === undefined ? null : (
    <>
      <NextTouchCard person={page.person} />
      <ToastOutlet />
    </>
  );
}

/** It is 22 November. */
async function showCard() {
  const app = fakeApp();
  const id = await app.store.savePerson(capture({ name: 'Dana Ruiz' }), undefined);
  const keep = (on: string) =>
    app.part(detailActions).keepDetail(id, { kind: 'touch', text: 'Call her', on, way: 'call' });
  const planned = () => app.part(dueQueries).readPlanned(id, 'UTC');
  const shown = show(app, <Card app={app} id={id} />);
  await screen.findByText('No next touch yet');
  return { app, id, keep, planned, ...shown };
}

test('a day that was heard is one tap, and asked for no longer', async () => {
  const { user, keep, planned } = await showCard();
  await keep('2026-11-01');
  await keep('2026-12-01');
  await user.click(await screen.findByRole('button', { name: 'Call, Tue 1 Dec' }));
  await screen.findByRole('heading', { name: 'Call on Tue 1 Dec' });
  expect((await planned())?.next).toEqual({ on: '2026-12-01', way: 'call' });
  expect(screen.queryByRole('button', { name: /^Call, / })).toBeNull();
});

test('a second tap that comes before the first is on disk changes what the first one chose', async () => {
  const { user, planned } = await showCard();
  await user.click(screen.getByRole('button', { name: 'Plan it' }));
  fireEvent.click(screen.getByRole('button', { name: 'In 2 weeks' }));
  fireEvent.click(screen.getByRole('button', { name: 'Coffee' }));
  fireEvent.click(screen.getByRole('button', { name: 'Every 6 weeks' }));
  await waitFor(
    async () =>
      expect(await planned()).toMatchObject({
        next: { on: '2026-12-06', way: 'coffee' },
        rhythm: { every: 6, unit: 'week', from: '2026-11-22' },
      }),
    patient,
  );
});

test('a touch before the day leaves it standing, but where the agent says that this was it', async () => {
  const { user, keep } = await showCard();
  await keep('2026-12-01');
  await user.click(await screen.findByRole('button', { name: 'Call, Tue 1 Dec' }));
  await user.click(await screen.findByRole('button', { name: 'In touch' }));
  await user.click(await screen.findByRole('button', { name: 'Texted' }));
  await screen.findByText('Dana heard from you. Next: Tue 1 Dec.');
  await screen.findByText('Text sent');
  await user.click(screen.getByRole('button', { name: 'In touch' }));
  await user.click(screen.getByRole('button', { name: 'That was it: Call on Tue 1 Dec' }));
  await user.click(screen.getByRole('button', { name: 'Called' }));
  await screen.findByRole('heading', { name: 'No next touch yet' });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByRole('heading', { name: 'Call on Tue 1 Dec' });
  await user.click(screen.getByRole('button', { name: 'Take back: Text sent' }));
  await waitFor(() => expect(screen.queryByText('Text sent')).toBeNull());
});

test('today after a touch of today is answered already, and says so', async () => {
  const { user, planned } = await showCard();
  const pick = async (on: string) => {
    await user.click(await screen.findByRole('button', { name: 'Pick a day' }));
    fireEvent.change(screen.getByLabelText('Pick a day'), { target: { value: on } });
  };
  await user.click(await screen.findByRole('button', { name: 'In touch' }));
  await user.click(await screen.findByRole('button', { name: 'Texted' }));
  await screen.findByText('Dana heard from you.');
  await user.click(screen.getByRole('button', { name: 'Plan it' }));
  await pick('2026-11-22');
  await screen.findByText('You were in touch with Dana today.');
  expect((await planned())?.next).toBeUndefined();
  await pick('2026-11-24');
  await screen.findByRole('heading', { name: 'Be in touch on Tue 24 Nov' });
});

test('where somebody lives is found by a city, and a place that nobody knows is not taken', async () => {
  const { user, planned } = await showCard();
  const isFolded = () =>
    waitFor(() => expect(screen.queryByLabelText('Where Dana lives')).toBeNull(), patient);
  await user.click(screen.getByText('Lives in another time zone?'));
  const place = screen.getByLabelText('Where Dana lives');
  await user.type(place, 'Atlantis{Enter}');
  await screen.findByText('Choose a place from the list.', undefined, patient);
  expect(await planned()).toMatchObject({ isOwnZone: false });
  await user.clear(place);
  await user.type(place, 'new york{Enter}');
  await isFolded();
  const known = await screen.findByText(/^New York: /, {}, patient);
  expect(await planned()).toMatchObject({ zone: 'America/New_York', isOwnZone: true });
  await user.click(known);
  await user.click(screen.getByText('The same as you'));
  await isFolded();
  await screen.findByText('Lives in another time zone?', {}, patient);
  expect(await planned()).toMatchObject({ isOwnZone: false });
});

/** The list of all zones is long, and slow to go through in here. */
const patient = { timeout: 10_000 };
