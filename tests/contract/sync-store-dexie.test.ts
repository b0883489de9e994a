import { openStore } from '../unit/store/open-store.ts';
import { describeSyncStore } from './sync-store.ts';
import { syncStoreSubject } from './sync-store-subject.ts';

describeSyncStore('Dexie on IndexedDB', async () => syncStoreSubject(openStore().context));
