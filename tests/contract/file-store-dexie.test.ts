import { openStore } from '../unit/store/open-store.ts';
import { describeFileStore } from './file-store.ts';
import { fileStoreSubject } from './file-store-subject.ts';

describeFileStore('Dexie on IndexedDB', async () => {
  const { context, clock } = openStore();
  return fileStoreSubject(context, clock);
});
