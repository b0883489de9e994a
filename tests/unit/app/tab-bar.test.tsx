// @vitest-environment jsdom
import { createEvent, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { navigate } from 'wouter/use-browser-location';
import { TabBar } from '../../../src/app/ui/TabBar.tsx';
import { fakeApp, show } from './fake-app.tsx';

beforeEach(() => navigate('/'));
afterEach(() => Reflect.deleteProperty(document, 'elementFromPoint'));

test('a thumb goes to a room once, also where the browser sends a click and no touch events', () => {
  const { people, opened } = showTabs();
  lift(people, 'touch');
  expect(opened()).toEqual(['/people', 1]);
  fireEvent.click(people);
  expect(opened()).toEqual(['/people', 1]);
});

test('a thumb that slid off the tab goes nowhere', () => {
  const { people, opened } = showTabs();
  document.elementFromPoint = () => document.body;
  lift(people, 'touch');
  expect(opened()).toEqual(['/', 0]);
});

test('a mouse goes with its click; the tab of the room that is open leaves Back as it is', () => {
  const { people, opened } = showTabs();
  lift(people, 'mouse');
  expect(opened()).toEqual(['/', 0]);
  fireEvent.click(people);
  expect(opened()).toEqual(['/people', 1]);
  fireEvent.click(people);
  expect(opened()).toEqual(['/people', 1]);
});

/** jsdom has no pointers. */
function lift(from: HTMLElement, pointerType: 'touch' | 'mouse'): void {
  const event = createEvent.pointerUp(from);
  Object.defineProperty(event, 'pointerType', { value: pointerType });
  fireEvent(from, event);
}

function showTabs() {
  show(fakeApp(), <TabBar notLookedAt={0} />);
  const people = screen.getByRole('link', { name: 'People' });
  // jsdom has no layout.
  document.elementFromPoint = () => people;
  const before = history.length;
  return { people, opened: () => [location.pathname, history.length - before] };
}
