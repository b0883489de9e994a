// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { App } from '../../../src/app/ports/app.ts';
import { CaptureScreen } from '../../../src/app/screens/capture/CaptureScreen.tsx';
import { capture, captureDraft } from '../store/open-store.ts';
import { type FakeApp, fakeApp, gate, quiet, show, slowApp } from './fake-app.tsx';

const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const field = (name: string) => box(name === 'Handle' ? /^Instagram/ : name);
const saveButton = () => screen.getByRole('button', { name: /^Save/ });
const hour = 3_600_000;

function showCapture(app: App = fakeApp()) {
  const saved: string[] = [];
  const shown = show(app, <CaptureScreen onSaved={(id) => void saved.push(id)} />);
  return { ...shown, saved };
}

async function readSaved(app: FakeApp, saved: readonly string[]) {
  await waitFor(() => expect(saved).toHaveLength(1));
  return app.store.readPerson(saved[0] ?? '');
}

describe('filling in a tag', () => {
  test('the name has the focus when the app opens', () => {
    showCapture();
    expect(document.activeElement).toBe(field('Name'));
  });

  test('Enter goes on to the next line, and saves in the last', async () => {
    const app = fakeApp();
    const { user, saved } = showCapture(app);
    for (const name of ['Name', 'Phone', 'Email', 'Handle', 'Company', 'Where you met']) {
      expect(document.activeElement).toBe(field(name));
      expect(saved).toEqual([]);
      await user.keyboard(name === 'Name' ? 'Dana Lee{Enter}' : '{Enter}');
    }
    expect((await readSaved(app, saved))?.person.name).toBe('Dana Lee');
  });

  test('everything that was typed is saved, with what was read of it', async () => {
    const app = fakeApp();
    const { user, saved } = showCapture(app);
    await user.type(field('Name'), 'Dana Lee');
    await user.type(field('Phone'), '(212) 736-5000');
    await user.type(field('Email'), 'dana@example.com');
    await user.type(field('Handle'), 'ig dana');
    await user.type(field('Company'), 'Bakery');
    await user.type(field('Where you met'), 'Street fair');
    await user.click(screen.getByRole('button', { name: 'Save Dana' }));
    const page = await readSaved(app, saved);
    expect(page?.person).toMatchObject({
      name: 'Dana Lee',
      company: 'Bakery',
      phones: [{ typed: '(212) 736-5000', e164: '+12127365000' }],
      emails: [{ typed: 'dana@example.com' }],
      handles: [{ typed: 'ig dana', network: 'Instagram', url: 'https://www.instagram.com/dana' }],
    });
    expect(page?.occasion?.name).toBe('Street fair');
    expect(app.storageAsks()).toBe(1);
    expect(await app.store.readDraft(captureDraft)).toBeUndefined();
    await waitFor(() => expect(field('Name').value).toBe(''));
  });

  test.each(['Name', 'Phone', 'Email', 'Handle'])('%s alone is enough', async (name) => {
    const app = fakeApp();
    const { user, saved } = showCapture(app);
    await user.type(field(name), 'x');
    await user.click(saveButton());
    expect(await readSaved(app, saved)).toBeDefined();
  });

  test.each([[], ['Company'], ['Where you met']])('nothing, or %s alone, is not', async (...names) => {
    const app = fakeApp();
    const { user, saved } = showCapture(app);
    for (const name of names) await user.type(field(name), 'x');
    await user.click(saveButton());
    expect(screen.getByRole('alert').textContent).toBe('A name, a number, an email or a handle is enough.');
    expect(document.activeElement).toBe(field('Name'));
    await user.keyboard('D');
    expect(screen.getByRole('alert').textContent).toBe('');
    expect(saved).toEqual([]);
    expect(await app.open.db.person.count()).toBe(0);
  });

  test('two taps on Save are one person', async () => {
    const app = fakeApp();
    const held = gate();
    const { savePerson } = app.store;
    const store = {
      ...app.store,
      savePerson: (...saving: Parameters<typeof savePerson>) => held.opened.then(() => savePerson(...saving)),
    };
    const { user, saved } = showCapture({ ...app, store });
    await user.type(field('Name'), 'Dana');
    await user.click(saveButton());
    await user.click(saveButton());
    held.open();
    await readSaved(app, saved);
    expect(await app.open.db.person.count()).toBe(1);
  });

  test('what the phone could not store is still there, and can be saved again', async () => {
    const app = fakeApp();
    const { savePerson } = app.store;
    let isFull = true;
    const store = {
      ...app.store,
      savePerson: (...saving: Parameters<typeof savePerson>) =>
        isFull ? Promise.reject(new Error('QuotaExceededError')) : savePerson(...saving),
    };
    const { user, saved } = showCapture({ ...app, store });
    await user.type(field('Name'), 'Dana');
    await user.click(saveButton());
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/could not store it/));
    expect(field('Name').value).toBe('Dana');
    expect(saved).toEqual([]);
    expect(await app.store.readDraft(captureDraft)).toMatchObject({ name: 'Dana' });
    isFull = false;
    await user.click(saveButton());
    expect((await readSaved(app, saved))?.person.name).toBe('Dana');
  });
});

describe('a remark', () => {
  test('on a phone number comes when the field is left, and it is saved all the same', async () => {
    const app = fakeApp();
    const { user, saved } = showCapture(app);
    await user.type(field('Phone'), '736-50');
    expect(screen.queryByText(/too short/)).toBeNull();
    await user.click(field('Name'));
    expect(await screen.findByText('Looks too short. Saved as you typed it.')).toBeDefined();
    await user.click(saveButton());
    const phones = (await readSaved(app, saved))?.person.phones;
    expect(phones).toMatchObject([{ typed: '736-50' }]);
    expect(phones?.[0]?.e164).toBeUndefined();
  });

  test('on an email comes when the field is left, and goes when it is mended', async () => {
    const app = fakeApp();
    const { user, saved } = showCapture(app);
    await user.type(field('Email'), 'dana@example');
    expect(screen.queryByText(/Does not look like an address/)).toBeNull();
    await user.tab();
    expect(screen.getByText('Does not look like an address. Saved as you typed it.')).toBeDefined();
    await user.click(saveButton());
    expect((await readSaved(app, saved))?.person.emails).toMatchObject([{ typed: 'dana@example' }]);
    await user.type(field('Email'), 'dana@example.com');
    await user.tab();
    expect(screen.queryByText(/Does not look like an address/)).toBeNull();
  });
});

describe('the draft', () => {
  test('is on disk at every key, and back after the app was killed', async () => {
    const app = fakeApp();
    const { user, unmount } = showCapture(app);
    await user.type(field('Name'), 'Dana');
    await user.type(field('Phone'), '212');
    await waitFor(async () =>
      expect(await app.store.readDraft(captureDraft)).toEqual({ name: 'Dana', phone: '212' }),
    );
    unmount();
    showCapture(app);
    await waitFor(() => expect(field('Name').value).toBe('Dana'));
    expect(field('Phone').value).toBe('212');
  });

  test('keeps the keys that were typed before it was read', async () => {
    const app = fakeApp();
    await app.store.writeDraft(captureDraft, { name: 'Da', company: 'Bakery' });
    const held = gate();
    const { user } = showCapture({ ...app, openDraft: () => held.opened.then(() => captureDraft) });
    await user.keyboard('na');
    expect(field('Name').value).toBe('na');
    expect(await app.store.readDraft(captureDraft)).toEqual({ name: 'Da', company: 'Bakery' });
    held.open();
    await waitFor(() => expect(field('Name').value).toBe('Dana'));
    expect(field('Company').value).toBe('Bakery');
    await waitFor(async () =>
      expect(await app.store.readDraft(captureDraft)).toEqual({ name: 'Dana', company: 'Bakery' }),
    );
  });

  test('that was not read yet is saved together with what was typed since, and is gone', async () => {
    const app = fakeApp();
    await app.store.writeDraft(captureDraft, { name: 'Da', company: 'Bakery' });
    const held = gate();
    const { user, saved } = showCapture({
      ...app,
      openDraft: () => held.opened.then(() => captureDraft),
    });
    await user.keyboard('na');
    await user.click(saveButton());
    await quiet();
    expect(saved).toEqual([]);
    held.open();
    expect((await readSaved(app, saved))?.person).toMatchObject({ name: 'Dana', company: 'Bakery' });
    await quiet();
    expect(await app.store.readDraft(captureDraft)).toBeUndefined();
    expect(field('Name').value).toBe('');
    expect(field('Company').value).toBe('');
    expect(await app.open.db.person.count()).toBe(1);
  });

  test('that was not read yet gives way to an occasion that was chosen', async () => {
    const app = fakeApp();
    await app.store.savePerson(capture({ where: 'Market' }), 'capture/other');
    app.open.clock.nowMs += 13 * hour;
    await app.store.writeDraft(captureDraft, { name: 'Da', where: 'Muse' });
    const held = gate();
    const { user, saved } = showCapture({
      ...app,
      openDraft: () => held.opened.then(() => captureDraft),
    });
    await user.keyboard('na');
    await user.click(await screen.findByRole('button', { name: 'Market' }));
    held.open();
    await waitFor(() => expect(field('Name').value).toBe('Dana'));
    expect(field('Where you met').value).toBe('Market');
    await waitFor(async () =>
      expect(await app.store.readDraft(captureDraft)).toEqual({ name: 'Dana', where: 'Market' }),
    );
    await user.click(saveButton());
    expect((await readSaved(app, saved))?.occasion?.name).toBe('Market');
  });

  test('is not written behind the back of a save that is under way', async () => {
    const app = fakeApp();
    const slow = slowApp(app, 'writeDraft');
    const { user, saved } = showCapture(slow.app);
    await user.type(field('Name'), 'D');
    await waitFor(() => expect(slow.count()).toBe(1));
    // One write is under way; what is typed now would be written after the save.
    await user.type(field('Name'), 'ana');
    await user.click(saveButton());
    await readSaved(app, saved);
    await quiet();
    expect(slow.count()).toBe(1);
  });

  test('is on disk again after a save that failed, to the last key', async () => {
    const app = fakeApp();
    const slow = slowApp(app, 'writeDraft');
    const store = { ...slow.app.store, savePerson: () => Promise.reject(new Error('QuotaExceededError')) };
    const { user } = showCapture({ ...slow.app, store });
    await user.type(field('Name'), 'D');
    await waitFor(() => expect(slow.count()).toBe(1));
    await user.type(field('Name'), 'ana');
    await user.click(saveButton());
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/could not store it/));
    await slow.goOn();
    expect(await app.store.readDraft(captureDraft)).toEqual({ name: 'Dana' });
  });

  test('takes nothing in that is typed while it is being saved', async () => {
    const app = fakeApp();
    const slow = slowApp(app, 'savePerson');
    const { user, saved } = showCapture(slow.app);
    await user.type(field('Name'), 'Dana');
    await user.click(saveButton());
    await user.type(field('Name'), ' Lee');
    await user.type(field('Company'), 'Bakery');
    expect([field('Name').value, field('Company').value]).toEqual(['Dana', '']);
    await slow.goOn();
    const { name, company } = (await readSaved(app, saved))?.person ?? {};
    expect([name, company]).toEqual(['Dana', '']);
    expect(field('Name').value).toBe('');
    expect(await app.store.readDraft(captureDraft)).toBeUndefined();
    await user.type(field('Name'), 'Bo');
    expect(field('Name').value).toBe('Bo');
  });

  test('that cannot be opened keeps nobody from saving', async () => {
    const app = fakeApp();
    const { user, saved } = showCapture({
      ...app,
      openDraft: () => Promise.reject(new Error('no database')),
    });
    await user.keyboard('Dana');
    expect(field('Name').value).toBe('Dana');
    await user.click(saveButton());
    expect((await readSaved(app, saved))?.person.name).toBe('Dana');
  });
});

describe('where you met', () => {
  test('is kept while the occasion goes on', async () => {
    const app = fakeApp();
    await app.store.savePerson(capture({ where: 'Street fair' }), 'capture/other');
    app.open.clock.nowMs += 11 * hour;
    const { user, saved } = showCapture(app);
    await waitFor(() => expect(field('Where you met').value).toBe('Street fair'));
    await user.type(field('Name'), 'Bo');
    await user.click(saveButton());
    expect((await readSaved(app, saved))?.occasion?.name).toBe('Street fair');
    expect(await app.open.db.occasion.count()).toBe(1);
  });

  test('that was cleared is not kept', async () => {
    const app = fakeApp();
    await app.store.savePerson(capture({ where: 'Street fair' }), 'capture/other');
    const { user, saved } = showCapture(app);
    await waitFor(() => expect(field('Where you met').value).toBe('Street fair'));
    await user.clear(field('Where you met'));
    await user.type(field('Name'), 'Bo');
    await user.click(saveButton());
    expect((await readSaved(app, saved))?.occasion).toBeUndefined();
  });

  test('later is offered as a chip, the last two places, latest first', async () => {
    const app = fakeApp();
    for (const where of ['Museum', 'Station', 'Market', 'Street fair']) {
      app.open.clock.nowMs += 1_000;
      await app.store.savePerson(capture({ where }), 'capture/other');
    }
    app.open.clock.nowMs += 13 * hour;
    const { user, saved } = showCapture(app);
    const chips = await screen.findByRole('group', { name: 'Where you met before' });
    expect([...chips.querySelectorAll('button')].map((chip) => chip.textContent)).toEqual([
      'Street fair',
      'Market',
    ]);
    expect(field('Where you met').value).toBe('');
    await user.click(screen.getByRole('button', { name: 'Market' }));
    expect(field('Where you met').value).toBe('Market');
    expect(screen.queryByRole('button', { name: 'Market' })).toBeNull();
    await user.type(field('Name'), 'Bo');
    await user.click(saveButton());
    expect((await readSaved(app, saved))?.occasion?.name).toBe('Market');
  });
});
