import { createHasher } from '../../../src/device/create-hasher.ts';
import { dateIn } from '../../../src/domain/due/calendar-date.ts';
import { nextTouchActions } from '../../../src/store/actions/next-touches.ts';
import { occasionActions } from '../../../src/store/actions/occasions.ts';
import { recordingActions } from '../../../src/store/actions/recordings.ts';
import { touchActions } from '../../../src/store/actions/touches.ts';
import { createAgenda } from '../../../src/store/agenda/create-agenda.ts';
import { capture } from '../store/open-store.ts';
import { type FakeApp, fakeApp } from './fake-app.tsx';
import { daysLater, meetTelling } from './later.ts';

const zone = 'America/New_York';

/** Something of everything that Today may show. */
export async function fullDay(): Promise<FakeApp> {
  const before = fakeApp();
  const priya = await meetTelling(before, 'Priya Venkat', 'Open house', 'Two cats', 'Restores old radios');
  await meetTelling(before, 'Luis Garza', 'Open house');
  await meetTelling(before, 'Jo Kowalski', 'Open house');
  const app = daysLater(before, 2);
  const { db } = app.open;
  await app.store.savePerson(capture({ name: 'Dana Ruiz', where: 'Chamber mixer' }), undefined);
  const today = dateIn(zone, app.nowMs());
  await app.part(nextTouchActions).setNextTouch(priya, { on: today, way: 'call' }, zone);
  await app.part(touchActions).tapTouch({ personId: priya, way: 'text', about: '' }, 'put-off');
  const [mixer] = (await db.occasion.toArray()).filter(({ values }) => values['name'] === 'Chamber mixer');
  await app.part(occasionActions).setAgain([mixer?.id ?? ''], today);
  await db.visitor.put({
    id: '01890000-0000-7000-8000-00000000000a',
    values: {
      profile: '01890000-0000-7000-8000-000000000001',
      name: 'Sam Otter',
      sentAt: new Date(app.nowMs()).toISOString(),
      'email/bythecard': { typed: 'sam@example.com' },
    },
    stamp: `${'0'.repeat(12)}publicpage`,
  });
  const { startRecording, addPiece, keepRecording } = app.part(recordingActions);
  const { id } = await startRecording({ personId: priya, noteId: null, lock: '' });
  await addPiece(id, new Uint8Array([1]), { type: 'audio/webm', seconds: 1, heard: null });
  await keepRecording(id, createHasher());
  await app.part(createAgenda).refresh(zone);
  return app;
}
