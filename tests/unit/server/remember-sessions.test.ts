import { expect, test } from 'vitest';
import type { SignedIn } from '../../../src/server/accounts/accounts.ts';
import { rememberSessions } from '../../../src/server/accounts/remember-sessions.ts';

const anna: SignedIn = {
  session: { accountId: 'a', name: 'Anna', email: 'a@example.com' },
  cookies: ['fresh'],
};

function openSessions() {
  const state = { nowMs: 0, looks: 0, found: anna as SignedIn | undefined, gate: Promise.resolve() };
  const sessions = rememberSessions(
    async () => {
      state.looks++;
      const { found } = state;
      await state.gate;
      return found;
    },
    () => state.nowMs,
  );
  return { state, sessions };
}

test('a session is looked up once in a few seconds, each by its own cookie', async () => {
  const { state, sessions } = openSessions();
  expect(await sessions.find({ cookie: 'one' })).toEqual(anna);
  expect(await sessions.find({ cookie: 'one' })).toEqual({ session: anna.session, cookies: [] });
  expect(state.looks).toBe(1);
  await sessions.find({ cookie: 'two' });
  expect(state.looks).toBe(2);
  state.nowMs = 5_000;
  expect(await sessions.find({ cookie: 'one' })).toEqual(anna);
  expect(state.looks).toBe(3);
});

test('nobody is remembered as signed out, and nobody stays signed in after a sign-out', async () => {
  const { state, sessions } = openSessions();
  state.found = undefined;
  expect(await sessions.find({ cookie: 'one' })).toBeUndefined();
  state.found = anna;
  expect(await sessions.find({ cookie: 'one' })).toEqual(anna);
  state.found = undefined;
  await sessions.forget();
  expect(await sessions.find({ cookie: 'one' })).toBeUndefined();
});

test('what was looked up before a sign-out and found after it is not remembered', async () => {
  const { state, sessions } = openSessions();
  let open = () => {};
  state.gate = new Promise((resolve) => {
    open = resolve;
  });
  const looking = sessions.find({ cookie: 'one' });
  await sessions.forget();
  state.found = undefined;
  open();
  expect(await looking).toEqual(anna);
  expect(await sessions.find({ cookie: 'one' })).toBeUndefined();
});
