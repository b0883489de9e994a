import { afterEach, beforeEach } from 'vitest';
import type { Change } from '../../src/protocol/events.ts';
import { Device, type OpenedStorage } from './storage-fixture.ts';

/** A fresh database, with one account and one device of it, for each test. */
export function freshStorage(open: () => Promise<OpenedStorage>) {
  let opened: OpenedStorage;
  let accountId: string;
  let device: Device;

  beforeEach(async () => {
    opened = await open();
    accountId = await opened.createAccount();
    device = new Device(opened.storage, accountId);
  });
  afterEach(() => opened.remove());

  return {
    get storage() {
      return opened.storage;
    },
    get accountId() {
      return accountId;
    },
    get device() {
      return device;
    },
    newDevice: (id?: string) => new Device(opened.storage, accountId, id),
    watch: (onChange: (change: Change) => void) => opened.storage.watch(accountId, onChange),
    createAccount: () => opened.createAccount(),
    get queue() {
      return opened.queue;
    },
    get db() {
      return opened.db;
    },
    findCard: (token: string) => opened.findCard(token),
    query: (sql: string) => opened.query(sql),
    /** Remembers the database as it is; the answer puts it back. */
    async backUp() {
      const restore = await opened.backUp();
      return async () => {
        opened = await restore();
      };
    },
    async reopen() {
      opened = await opened.reopen();
    },
  };
}
