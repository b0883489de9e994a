// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Trouble } from '../../../src/app/ui/Trouble.tsx';

afterEach(cleanup);

/** A part of the app that breaks at each drawing for as long as something is left. */
function Part({ breaks }: { readonly breaks: { left: number } }) {
  if (breaks.left === 0) return <p>All is well</p>;
  breaks.left -= 1;
  throw new Error('the database is gone');
}

test.each([
  ['comes back where it broke once', 2, true],
  ['says so, and offers to open again, where it breaks for good', 1_000, false],
])('a room %s', (_, times, isBack) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  render(
    <Trouble>
      <Part breaks={{ left: times }} />
    </Trouble>,
  );
  expect(screen.queryByText('All is well') !== null).toBe(isBack);
  expect(screen.queryByRole('button', { name: 'Open again' }) !== null).toBe(!isBack);
  vi.restoreAllMocks();
});
