// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { PersonTag } from '../../../src/app/screens/person/PersonTag.tsx';
import { capture } from '../store/open-store.ts';
import { fakeApp, show } from './fake-app.tsx';

test('an address that asks for a line opens it, once', async () => {
  const app = fakeApp();
  const page = await app.store.readPerson(await app.store.savePerson(capture(), undefined));
  if (page === undefined) throw new Error('Nobody');
  const { hook, searchHook, history } = memoryLocation({ path: '/people/1?add=email', record: true });
  show(
    app,
    <Router hook={hook} searchHook={searchHook}>
      <PersonTag page={page} />
    </Router>,
  );
  const field = await screen.findByRole('textbox', { name: 'New email' });
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect(history.at(-1)).toBe('/people/1');
});
