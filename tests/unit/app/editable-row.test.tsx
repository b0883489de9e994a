// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { EditableRow } from '../../../src/app/ui/EditableRow.tsx';
import { fakeApp, gate, quiet, show } from './fake-app.tsx';

const draftName = 'edit/dana/company';
const draftId = `${draftName}@tab1`;
const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Company' });

/** A row over "Bakery" whose save forgets the draft, as the store's actions do. */
function showRow(app = fakeApp(), save?: (text: string) => Promise<unknown>) {
  const saved: string[] = [];
  const onSave = async (text: string) => {
    await save?.(text);
    await app.store.writeDraft(draftId, {});
    saved.push(text);
    return true;
  };
  const leaves: number[] = [];
  const onLeave = () => void leaves.push(saved.length);
  const handles = { draftName, onSave, onLeave };
  const row = <EditableRow label="Company" value="Bakery" remark="A remark" {...handles} />;
  return { app, saved, leaves, ...show(app, row) };
}

describe('a field edited in place', () => {
  test('shows what is there', () => {
    showRow();
    expect(box().value).toBe('Bakery');
    expect(screen.getByText('A remark')).toBeDefined();
  });

  test('saves when it is left, and then says so', async () => {
    const { user, saved, leaves, app } = showRow();
    await user.clear(box());
    await user.type(box(), 'Garage');
    expect(screen.queryByText('A remark')).toBeNull();
    expect(saved).toEqual([]);
    await user.tab();
    await waitFor(() => expect(leaves).toEqual([1]));
    expect(saved).toEqual(['Garage']);
    expect(await app.store.readDraft(draftId)).toBeUndefined();
  });

  test('saves by Enter, and leaves', async () => {
    const { user, saved } = showRow();
    await user.type(box(), ' & Sons{Enter}');
    await waitFor(() => expect(saved).toEqual(['Bakery & Sons']));
    expect(document.activeElement).not.toBe(box());
  });

  test('Escape brings back what was there, for good', async () => {
    const { user, saved, leaves, app } = showRow();
    await user.type(box(), ' & Sons');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(box().value).toBe('Bakery'));
    await waitFor(async () => expect(await app.store.readDraft(draftId)).toBeUndefined());
    await user.tab();
    await waitFor(() => expect(leaves).toEqual([0]));
    expect(saved).toEqual([]);
  });

  test('leaves alone what was not changed, or changed back', async () => {
    const { user, saved, leaves, app } = showRow();
    await user.click(box());
    await user.tab();
    await waitFor(() => expect(leaves).toHaveLength(1));
    await user.type(box(), 's{Backspace} ');
    await user.tab();
    await waitFor(() => expect(leaves).toHaveLength(2));
    expect(saved).toEqual([]);
    await waitFor(async () => expect(await app.store.readDraft(draftId)).toBeUndefined());
  });

  test('keeps every key on disk until then', async () => {
    const { user, app } = showRow();
    await user.type(box(), '!');
    await waitFor(async () => expect(await app.store.readDraft(draftId)).toEqual({ text: 'Bakery!' }));
  });

  test('saves what was left over when the app was killed', async () => {
    const app = fakeApp();
    await app.store.writeDraft(draftId, { text: 'Garage' });
    const { saved } = showRow(app);
    await waitFor(() => expect(saved).toEqual(['Garage']));
    expect(await app.store.readDraft(draftId)).toBeUndefined();
  });

  test('does not save a left-over draft under the hands of somebody who types in it', async () => {
    const app = fakeApp();
    await app.store.writeDraft(draftId, { text: 'Gar' });
    const held = gate();
    const { readDraft } = app.store;
    const store = { ...app.store, readDraft: (id: string) => held.opened.then(() => readDraft(id)) };
    const { user, saved } = showRow({ ...app, store });
    await user.click(box());
    held.open();
    await waitFor(() => expect(box().value).toBe('Gar'));
    await user.type(box(), 'age');
    expect(saved).toEqual([]);
    await user.tab();
    await waitFor(() => expect(saved).toEqual(['Garage']));
  });

  test('says when the phone could not store it, and keeps it', async () => {
    let isFull = true;
    const full = async () => {
      if (isFull) throw new Error('QuotaExceededError');
    };
    const { user, saved, app } = showRow(fakeApp(), full);
    await user.type(box(), '!');
    await user.tab();
    expect(await screen.findByText(/could not store it/)).toBeDefined();
    expect(box().value).toBe('Bakery!');
    expect(await app.store.readDraft(draftId)).toEqual({ text: 'Bakery!' });
    isFull = false;
    await user.click(box());
    await user.tab();
    await waitFor(() => expect(saved).toEqual(['Bakery!']));
    expect(screen.queryByText(/could not store it/)).toBeNull();
  });

  test('that is left twice in quick succession saves both states, one after the other', async () => {
    const held = gate();
    const begun: string[] = [];
    const { user, saved, leaves, app } = showRow(fakeApp(), (text) => {
      begun.push(text);
      return begun.length === 1 ? held.opened : Promise.resolve();
    });
    await user.type(box(), ' & Sons');
    await user.tab();
    await waitFor(() => expect(begun).toEqual(['Bakery & Sons']));
    await user.type(box(), ' & Daughters');
    await user.tab();
    await quiet();
    expect(begun).toEqual(['Bakery & Sons']);
    expect(box().value).toBe('Bakery & Sons & Daughters');
    held.open();
    await waitFor(() => expect(saved).toEqual(['Bakery & Sons', 'Bakery & Sons & Daughters']));
    await waitFor(() => expect(leaves).toHaveLength(2));
    expect(await app.store.readDraft(draftId)).toBeUndefined();
  });

  test('saves when its page goes away under it', async () => {
    const { user, saved, app, unmount } = showRow();
    await user.type(box(), ' & Sons');
    expect(saved).toEqual([]);
    unmount();
    await waitFor(() => expect(saved).toEqual(['Bakery & Sons']));
    await quiet();
    expect(saved).toHaveLength(1);
    expect(await app.store.readDraft(draftId)).toBeUndefined();
  });

  test('that goes away unchanged saves nothing', async () => {
    const { user, saved, unmount } = showRow();
    await user.click(box());
    unmount();
    await quiet();
    expect(saved).toEqual([]);
  });

  test('whose person was deleted meanwhile keeps what was typed as a draft', async () => {
    const app = fakeApp();
    const row = (
      <EditableRow label="Company" value="Bakery" draftName={draftName} onSave={async () => false} />
    );
    const { user, unmount } = show(app, row);
    await user.type(box(), ' & Sons');
    unmount();
    await quiet();
    expect(await app.store.readDraft(draftId)).toEqual({ text: 'Bakery & Sons' });
  });

  test('leaves alone what is being typed in another tab', async () => {
    const app = fakeApp({
      openDraft: (name) => app.store.openDraft(name, 'tab1', async () => new Set(['tab1', 'tab2'])),
    });
    await app.store.writeDraft(`${draftName}@tab2`, { text: 'Gar' });
    const { saved, user } = showRow(app);
    await quiet();
    expect(box().value).toBe('Bakery');
    await user.type(box(), '!');
    await user.keyboard('{Escape}');
    await user.tab();
    await quiet();
    expect(saved).toEqual([]);
    expect(await app.store.readDraft(`${draftName}@tab2`)).toEqual({ text: 'Gar' });
  });
});
