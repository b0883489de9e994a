import { afterEach, beforeEach } from 'vitest';
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
    get device() {
      return device;
    },
    newDevice: () => new Device(opened.storage, accountId),
    createAccount: () => opened.createAccount(),
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
