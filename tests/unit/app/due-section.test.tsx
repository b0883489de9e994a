// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DueSection, dueAtOnce } from '../../../src/app/screens/today/due/DueSection.tsx';
import { reachActions } from '../../../src/app/screens/today/due/reach-actions.ts';
import { useDueNow } from '../../../src/app/screens/today/due/use-due-now.ts';
import { ToastOutlet } from '../../../src/app/ui/Toast.tsx';
import { nextTouchActions } from '../../../src/store/actions/next-touches.ts';
import { touchActions } from '../../../src/store/actions/touches.ts';
import { dueQueries } from '../../../src/store/queries/due.ts';
import { touchQueries } from '../../../src/store/queries/touches.ts';
import { capture } from '../store/open-store.ts';
import { fakeApp, show } from './fake-app.tsx';
import { met } from './people.ts';

const zone = 'UTC';
const phone = { typed: '(231) 555-0142', e164: '+12315550142' };

/** There is no other app to go to. */
addEventListener('click', (event) => event.preventDefault());

function Due() {
  const { due, showMore } = useDueNow(dueAtOnce);
  return due === undefined ? null : (
    <>
      <DueSection due={due} onMore={showMore} />
      <ToastOutlet />
    </>
  );
}

/** It is 22 November. Everybody was to hear from the agent on that day, in that way. */
async function showDue(people: readonly { name: string; on: string; way?: string }[], parts = {}) {
  const app = fakeApp(parts);
  const ids: string[] = [];
  for (const { name, on, way } of people) {
    const id = await app.store.savePerson(capture({ name, phone }), undefined);
    await app.part(nextTouchActions).setNextTouch(id, { on, way }, zone);
    ids.push(id);
  }
  const { user } = show(app, <Due />);
  await screen.findByText('Due to hear from you');
  const planned = async (id: string | undefined) =>
    (await app.part(dueQueries).readPlanned(id ?? '', zone))?.due?.on;
  return { app, ids, user, planned };
}

test('a call is asked about on the way back; not yet leaves it as it was, yes is undone', async () => {
  const { app, ids, user } = await showDue([{ name: 'Jo Kowalski', on: '2026-11-20', way: 'call' }], {
    timer: () => () => undefined,
  });
  const touches = () => app.part(touchQueries).listTouches(ids[0] ?? '');
  expect(screen.getByText('Call, since Fri 20 Nov')).toBeTruthy();
  await user.click(screen.getByRole('link', { name: 'Call Jo' }));
  await waitFor(async () => expect(await touches()).toMatchObject([{ way: 'call', state: 'asked' }]));
  expect(screen.queryByText('Did you talk?'), 'nothing is asked under a finger that leaves').toBeNull();
  document.dispatchEvent(new Event('visibilitychange'));
  await user.click(await screen.findByRole('button', { name: 'Not yet' }));
  await screen.findByText('Call, since Fri 20 Nov');
  expect(await touches()).toEqual([]);
  await user.click(screen.getByRole('link', { name: 'Call Jo' }));
  document.dispatchEvent(new Event('visibilitychange'));
  await user.click(await screen.findByRole('button', { name: 'Yes' }));
  await screen.findByText('Jo heard from you.');
  await waitFor(() => expect(screen.queryByText('Due to hear from you')).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('Call, since Fri 20 Nov');
});

test.each(['put off', 'never answered'])(
  'a hello that was %s is still to do after not yet, and after a yes that is taken back',
  async (how) => {
    const { app, ids, user } = await showDue([{ name: 'Dana Ruiz', on: '2026-11-20', way: 'call' }], {
      timer: () => () => undefined,
    });
    const [personId = ''] = ids;
    const tap = { personId, way: 'call', about: '' } as const;
    await app.part(touchActions).tapTouch(tap, how === 'put off' ? 'put-off' : 'asked');
    const stillToDo = async () =>
      (await app.part(touchQueries).listStillToDo()).map(({ touch }) => `${touch.way}: ${touch.state}`);
    const tapAndSay = async (said: string) => {
      if (screen.queryByRole('button', { name: said }) === null) {
        await user.click(screen.getByRole('link', { name: 'Call Dana' }));
        await waitFor(async () => expect(await stillToDo()).toEqual(['call: asked']));
        document.dispatchEvent(new Event('visibilitychange'));
      }
      await user.click(await screen.findByRole('button', { name: said }));
    };
    if (how === 'never answered') await screen.findByText('Did you talk?');
    await tapAndSay('Not yet');
    await screen.findByRole('link', { name: 'Call Dana' });
    expect(await stillToDo()).toEqual(['call: put-off']);
    await tapAndSay('Yes');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByRole('link', { name: 'Call Dana' });
    expect(await stillToDo()).toEqual(['call: put-off']);
  },
);

test('the ways that are not on the row are a tap away, and asked about like the first', async () => {
  const { app, ids, user } = await showDue([{ name: 'Jo Kowalski', on: '2026-11-20', way: 'call' }], {
    timer: () => () => undefined,
  });
  expect(screen.queryByRole('link', { name: 'Text Jo' })).toBeNull();
  await user.click(screen.getByRole('button', { name: /or later$/ }));
  await user.click(screen.getByRole('link', { name: 'Text Jo' }));
  const touches = () => app.part(touchQueries).listTouches(ids[0] ?? '');
  await waitFor(async () => expect(await touches()).toMatchObject([{ way: 'text', state: 'asked' }]));
  document.dispatchEvent(new Event('visibilitychange'));
  await screen.findByText('Text sent?');
  await user.click(screen.getByRole('button', { name: 'Not yet' }));
  await screen.findByRole('link', { name: 'Call Jo' });
  expect(await touches()).toEqual([]);
});

test('a text about a coffee is no coffee: nothing is asked, and it is marked by hand', async () => {
  const { app, ids, user } = await showDue([{ name: 'Amir Saleh', on: '2026-11-22', way: 'coffee' }]);
  await user.click(screen.getByRole('link', { name: 'Text Amir' }));
  expect(await app.part(touchQueries).listTouches(ids[0] ?? '')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'In touch with Amir Saleh, or later' }));
  await user.click(screen.getByRole('button', { name: 'Had coffee' }));
  await waitFor(() => expect(screen.queryByText('Due to hear from you')).toBeNull());
  expect(await app.part(touchQueries).listTouches(ids[0] ?? '')).toMatchObject([{ way: 'coffee' }]);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('Coffee, today');
});

test('later is tomorrow or in a week, in the same way, and undone', async () => {
  const { app, ids, user, planned } = await showDue([{ name: 'Jo Kowalski', on: '2026-11-20', way: 'call' }]);
  await user.click(screen.getByRole('button', { name: /or later$/ }));
  await user.click(screen.getByRole('button', { name: 'In a week' }));
  await screen.findByText('Jo: Sun 29 Nov.');
  expect((await app.part(dueQueries).readPlanned(ids[0] ?? '', zone))?.next).toEqual({
    on: '2026-11-29',
    way: 'call',
  });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('Call, since Fri 20 Nov');
  expect(await planned(ids[0])).toBe('2026-11-20');
});

test('five at first; six that are overdue are spread from today on', async () => {
  const names = ['Ada', 'Bea', 'Cy', 'Di', 'Ed', 'Flo'];
  const { ids, user, planned } = await showDue(names.map((name) => ({ name, on: '2026-11-01' })));
  const rows = () => within(screen.getByRole('list')).getAllByRole('listitem');
  expect(rows()).toHaveLength(5);
  await user.click(screen.getByRole('button', { name: 'and 1 more' }));
  await waitFor(() => expect(rows()).toHaveLength(6));
  await user.click(screen.getByRole('button', { name: 'Spread these over the week' }));
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect((await Promise.all(ids.map(planned))).sort()).toEqual([
    '2026-11-22',
    '2026-11-23',
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
  ]);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(rows()).toHaveLength(6));
});

test('five that are overdue need no spreading', async () => {
  await showDue(['Ada', 'Bea', 'Cy', 'Di', 'Ed'].map((name) => ({ name, on: '2026-11-01' })));
  expect(screen.queryByRole('button', { name: /^Spread/ })).toBeNull();
});

test.each([
  ['call', 'tel:+12315550142', true],
  ['text', 'sms:+12315550142', true],
  ['email', 'mailto:jo@example.com', true],
  ['coffee', 'sms:+12315550142', false],
  ['visit', 'sms:+12315550142', false],
  [undefined, 'tel:+12315550142', true],
] as const)('agreed on %s: %s', (way, href, isIt) => {
  const { person } = met({
    phones: [{ id: 'a', ...phone }],
    emails: [{ id: 'a', typed: 'jo@example.com' }],
  });
  expect(reachActions(person, way)[0]).toMatchObject({ href, isIt });
  expect(reachActions(person, way), 'and the two others, a tap away').toHaveLength(3);
});

test('without a number the mail is the best, without either there is nothing to tap', () => {
  const { person } = met({ emails: [{ id: 'a', typed: 'jo+x@example.com' }] });
  for (const way of ['call', 'text', 'coffee', undefined])
    expect(reachActions(person, way).map((one) => one.href)).toEqual(['mailto:jo%2Bx@example.com']);
  expect(reachActions(met({}).person, 'call')).toEqual([]);
});
