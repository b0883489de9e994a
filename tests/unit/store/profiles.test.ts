import { describe, expect, test } from 'vitest';
import { cardTokenPattern } from '../../../src/domain/limits.ts';
import { findFieldProblems } from '../../../src/domain/tables.ts';
import { type NewProfile, profileActions } from '../../../src/store/actions/profiles.ts';
import { profileQueries } from '../../../src/store/queries/profiles.ts';
import { emptyOutbox, openStore } from './open-store.ts';

const card: NewProfile = {
  lines: { name: ' Kim Peacock ', company: 'Peacock Real Estate', label: '' },
  entries: [
    { field: 'phone', reading: { typed: '(231) 555-0100', e164: '+12315550100' } },
    { field: 'email', reading: { typed: '' } },
    {
      field: 'handle',
      reading: { typed: 'ig kim', network: 'Instagram', url: 'https://www.instagram.com/kim' },
    },
  ],
};

function openProfiles() {
  const open = openStore();
  const actions = profileActions(open.context);
  const queries = profileQueries(open.context);
  const read = async (id: string) => (await queries.readProfile(id))?.profile;
  return { open, actions, queries, read };
}

describe('a card', () => {
  test('is made in one edit that the contact database takes, and its draft is forgotten', async () => {
    const { open, actions, queries } = openProfiles();
    await open.store.writeDraft('card@tab1', { name: 'Kim' });
    const id = await actions.makeProfile(card, 'card@tab1');
    expect(await open.store.readDraft('card@tab1')).toBeUndefined();
    const [entry, ...more] = await open.db.outbox.toArray();
    expect(more).toEqual([]);
    expect(entry?.subject).toBe(id);
    expect(findFieldProblems('profile', entry?.edit.values ?? {})).toEqual([]);
    const [page] = await queries.listProfiles();
    expect(page).toMatchObject({
      isTokenWaiting: false,
      profile: {
        id,
        name: 'Kim Peacock',
        company: 'Peacock Real Estate',
        label: '',
        token: null,
        phones: [{ typed: '(231) 555-0100', e164: '+12315550100' }],
        emails: [],
        handles: [{ typed: 'ig kim', network: 'Instagram', url: 'https://www.instagram.com/kim' }],
      },
    });
  });

  test('several are listed, the oldest first', async () => {
    const { open, actions, queries } = openProfiles();
    for (const label of ['Work', 'Friends', 'Choir']) {
      open.clock.nowMs += 1_000;
      await actions.makeProfile({ ...card, lines: { label } });
    }
    const labels = (await queries.listProfiles()).map(({ profile }) => profile.label);
    expect(labels).toEqual(['Work', 'Friends', 'Choir']);
  });

  test('a line and an entry are edited; what an entry was called stays', async () => {
    const { actions, read } = openProfiles();
    const id = await actions.makeProfile({
      lines: { name: 'Kim' },
      entries: [{ field: 'phone', reading: { typed: '1', label: 'work' } }],
    });
    expect(await actions.editProfileLine(id, 'title', ' Broker ')).toBe(true);
    const entryId = (await read(id))?.phones[0]?.id;
    await actions.editProfileEntry(id, { field: 'phone', entryId }, { typed: '2' });
    await actions.editProfileEntry(id, { field: 'address', entryId: undefined }, { typed: '4 Oak St' });
    expect(await read(id)).toMatchObject({
      title: 'Broker',
      phones: [{ id: entryId, typed: '2', label: 'work' }],
      addresses: [{ typed: '4 Oak St' }],
    });
    await actions.editProfileEntry(id, { field: 'phone', entryId }, { typed: ' ' });
    expect((await read(id))?.phones).toEqual([]);
  });

  test('S-12 a deleted one is gone until that is undone, and typing does not undo it', async () => {
    const { actions, queries, open } = openProfiles();
    const id = await actions.makeProfile(card);
    await actions.deleteProfile(id);
    expect(await queries.listProfiles()).toEqual([]);
    await open.store.writeDraft('edit/x/name@tab1', { text: 'Bo' });
    expect(await actions.editProfileLine(id, 'name', 'Bo', 'edit/x/name@tab1')).toBe(false);
    expect(await open.store.readDraft('edit/x/name@tab1')).toEqual({ text: 'Bo' });
    await actions.undeleteProfile(id);
    expect((await queries.listProfiles()).map(({ profile }) => profile.name)).toEqual(['Kim Peacock']);
  });

  test('is nobody who waits where there is no contact database', async () => {
    const { actions, open } = openProfiles();
    await actions.makeProfile(card);
    expect((await open.store.readSyncFacts()).waiting).toBe(0);
  });
});

describe('the public page of a card', () => {
  test('gets a token that nobody can guess, keeps it, and another one after it was withdrawn', async () => {
    const { actions, read } = openProfiles();
    const id = await actions.makeProfile(card);
    await actions.openPage(id);
    const token = (await read(id))?.token ?? '';
    expect(token).toMatch(cardTokenPattern);
    await actions.openPage(id);
    expect((await read(id))?.token).toBe(token);
    await actions.withdrawPage(id);
    expect((await read(id))?.token).toBeNull();
    await actions.openPage(id);
    expect((await read(id))?.token).not.toBe(token);
  });

  test('has base64url of all 16 bytes for its token', async () => {
    const { open } = openProfiles();
    const bytes = Uint8Array.from({ length: 16 }, (_, place) => 255 - place * 4);
    const random = (length: number) => (length === 16 ? bytes : new Uint8Array(length).fill(7));
    const actions = profileActions({ ...open.context, randomBytes: random });
    const id = await actions.makeProfile(card);
    await actions.openPage(id);
    const token = (await profileQueries(open.context).readProfile(id))?.profile.token;
    expect(token).toBe(Buffer.from(bytes).toString('base64url'));
    expect(token).toMatch(/[-_]/);
  });

  test('waits until the contact database has its token, whatever else of the card waits', async () => {
    const { open, actions, queries } = openProfiles();
    const id = await actions.makeProfile(card);
    const isWaiting = async () => (await queries.readProfile(id))?.isTokenWaiting;
    expect(await isWaiting()).toBe(false);
    await actions.openPage(id);
    expect(await isWaiting()).toBe(true);
    await emptyOutbox(open);
    await actions.editProfileLine(id, 'name', 'Kim P.');
    expect(await isWaiting()).toBe(false);
    await actions.withdrawPage(id);
    expect(await isWaiting()).toBe(true);
  });
});
